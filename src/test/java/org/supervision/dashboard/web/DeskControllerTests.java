package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** Each post's desk begins with what is to be done now. */
@ApplicationTest
class DeskControllerTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundWithThreeCyclesIsOpen() {
        time.to(at("2024-04-01T09:00"));
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        cities.keyTask(city, 3);
        round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
        time.to(at("2024-04-01T09:01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-01T09:00, 以后截止",
        "2024-04-07T09:00, 2 个工作日内截止",
        "2024-04-08T09:00, 今天截止",
        "2024-04-09T09:00, 已经逾期",
    })
    void groupsWhatAUnitOwesByTheWorkingDaysLeft(String now, String group) {
        time.to(at(now));

        Page desk = portal.signIn(city.liaison(0)).open("/");

        assertThat(desk.content().select(".card:has(a:contains(第1号)) h2").text())
                .isEqualTo(group);
    }

    @Test
    void putsWhatWasReturnedFirstAndGivesEachItemOneButton() {
        report(1);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));

        Page desk = portal.signIn(city.liaison(0)).open("/");

        assertThat(desk.content().select(".stack h2").eachText()).startsWith("退回修改");
        assertThat(desk.content().select("li[data-row]")).hasSize(2).allSatisfy(row -> assertThat(row.select(".button"))
                .hasSize(1));
    }

    @Test
    void aPartnerSeesThePartWithItsLead() {
        Page desk = portal.signIn(city.liaison(1)).open("/");

        assertThat(desk.text("li[data-row]")).contains("配合", "牵头：市一局", "填本单位部分");
        Page done = desk.follow("li[data-row] a.button").submit("form#work-item", Map.of("progress", "移交用地。"));
        assertThat(done.text(".flash")).contains("配合部分已交市一局");
        assertThat(done.text(".empty")).contains("现在没有要报的");
    }

    @Test
    void theOfficeSeesHowFarTheRoundIsAndItsQueue() {
        report(1);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        report(3);
        time.to(at("2024-04-09T09:00"));

        Page desk = portal.signIn(city.officer()).open("/");

        assertThat(desk.content().select(".legend li").eachText()).containsExactly("督查室待审 1", "单位审核中 1", "逾期未报 1");
        assertThat(desk.text("tbody")).contains("建成第1号公园", "市一局", "按序时推进");
        assertThat(desk.follow(".legend a[href*=OVERDUE]")
                        .content()
                        .select("tbody .cell-number")
                        .eachText())
                .containsExactly("2");
        assertThat(desk.text(".columns > :last-child")).contains("督催〔2024〕1号");
    }

    @Test
    void aCityLeaderSeesWhatIsLateApartFromWhatIsBehind() {
        cities.complete(
                city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "BEHIND", "progress", "选址未定。"));
        time.to(at("2024-04-08T18:01"));

        Page desk = portal.signIn(city.mayor()).open("/");

        assertThat(desk.content().select("#charge .red-task .title-number").eachText())
                .containsExactly("1", "2", "3");
        assertThat(desk.text(".red-task:contains(第1号)")).contains("自报或督查室结论滞后").doesNotContain("逾期");
        assertThat(desk.text(".red-task:contains(第2号)")).contains("不明", "逾期未报");
    }

    /** Whose interview waits for a decision is among the late ones, also when another round has begun since. */
    @Test
    void aCityLeaderSeesWhatIsLateInEveryRound() {
        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 2), LocalDate.of(2024, 4, 22), null, null, null, null, null)));
        time.to(at("2024-04-22T09:00"));

        Page desk = portal.signIn(city.mayor()).open("/");

        assertThat(desk.text("h2")).contains("等您决定 3 件");
        assertThat(desk.content().select("#charge .red-task .badge:contains(逾期未报)"))
                .hasSize(3);
        assertThat(desk.text("#charge")).contains("2024年第一季度");
    }

    @Test
    void aReportThatWasReturnedIsNeverCalledNotReported() {
        report(1);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        time.to(at("2024-04-09T09:00"));

        Page office = portal.signIn(city.officer()).open("/");
        Page mayor = portal.signIn(city.mayor()).open("/");

        assertThat(office.content().select(".legend li").eachText()).containsExactly("逾期未报 2", "重报逾期 1");
        assertThat(office.follow(".legend a[href*=RESUBMISSION]").text("tbody"))
                .contains("第1号", "重报逾期")
                .doesNotContain("第2号");
        assertThat(mayor.text("li[data-row]:contains(第1号)")).contains("重报逾期").doesNotContain("逾期未报");
    }

    /** On every desk, whatever waits: reports, parts, reviews, and the acts on rounds, due or not. */
    @Test
    void theBellCountsWhatTheDeskLists() {
        report(1);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        report(3);
        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 2), LocalDate.of(2024, 7, 1), null, null, null, null, null)));

        for (String username :
                List.of(city.officer(), city.chief(), city.liaison(0), city.liaison(1), city.leader(0), city.mayor())) {
            Page desk = portal.signIn(username).open("/");
            assertThat(bell(desk))
                    .as(username)
                    .isEqualTo(desk.content()
                            .select("main [data-row]:not(.red-task)")
                            .size());
        }
        Page desk = portal.signIn(city.officer()).open("/");
        assertThat(bell(desk)).isEqualTo(3);
        assertThat(desk.content().select(".act-row").eachText())
                .containsExactlyInAnyOrder(
                        "2024年第一季度 还有 3 项没有办结，不急关闭；4月22日 周一 自动关闭 看轮次", "2024年第二季度 待开启，7月1日 周一 自动开启 去开启");
        assertThat(desk.follow(".act-row a").path()).startsWith("/rounds/");
        assertThat(bell(desk.follow(".act-row a"))).isEqualTo(3);
    }

    @Test
    void ordersThatWaitForASignatureAreListedToo() {
        time.to(at("2024-04-16T09:00"));

        for (String username : List.of(city.officer(), city.chief())) {
            Page desk = portal.signIn(username).open("/");
            assertThat(bell(desk))
                    .as(username)
                    .isEqualTo(desk.content().select("main [data-row]").size());
            String orders = ".card:has(h2:contains(签发督办单 3 件)) .act-row";
            assertThat(desk.text(orders)).contains("第1号", "第2号", "第3号");
            Page order = desk.follow(orders + " a");
            assertThat(order.path()).startsWith("/work-items/");
            assertThat(order.status()).isEqualTo(200);
        }
    }

    @Test
    void theOfficeSeesWhoStandsOnWhichRungAndWhatComesNext() {
        time.to(at("2024-04-08T17:00"));
        report(1);
        time.to(at("2024-04-12T09:00"));

        Page desk = portal.signIn(city.officer()).open("/");

        assertThat(desk.content().select(".rung h3").eachText()).containsExactly("催办 2", "再次催办 2", "督办单 0", "约谈 0");
        assertThat(desk.content().select(".rung:first-child p.hint").eachText())
                .containsExactly("配合部分：市二局联络员", "单位审核：市一局负责人");
        assertThat(desk.text(".rung:contains(再次催办)")).contains("第2号", "第3号", "市一局");
        assertThat(desk.content().select(".card:has(h2:contains(今后 5 个工作日)) li").eachText())
                .containsExactly(
                        "2 建成第2号公园 04-15 升为督办单　填报：市一局联络员",
                        "3 建成第3号公园 04-15 升为督办单　填报：市一局联络员",
                        "1 建成第1号公园 04-15 升为再次催办　单位审核：市一局负责人");
    }

    @Test
    void theOfficeSeesWhatFallsDueSoon() {
        report(1);
        Page desk = portal.signIn(city.chief()).open("/");
        assertThat(desk.text(".card:has(h2:contains(今后 5 个工作日))"))
                .contains("第2号", "第3号", "04-08 18:00 填报到期，未报")
                .doesNotContain("第1号");
    }

    @Test
    void aReportEndsItsReminderAtOnce() {
        time.to(at("2024-04-09T09:00"));
        Browser unit = portal.signIn(city.liaison(0));
        assertThat(unit.open("/").text("main h2")).contains("未结的督办件 3 份");

        report(1);

        assertThat(unit.open("/").text("main h2")).contains("未结的督办件 2 份");
    }

    private static int bell(Page page) {
        String count = page.text("a.inbox[href=/] .inbox-count");
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }

    @ParameterizedTest
    @CsvSource({
        "sysadmin, /governments /units /people /calendar /channels /camunda/app/admin/",
        "secadmin, /posts /sign-ins /calendar",
        "auditor, /calendar /audit"
    })
    void administratorsFindTheToolsTheyCanOpenAndNoBusinessContent(String username, String links) {
        Page desk = portal.signIn(username).open("/");

        assertThat(String.join(" ", desk.content().select("main a").eachAttr("href")))
                .isEqualTo(links);
        desk.content().select("main a").forEach(link -> assertThat(
                        desk.browser().open(link.attr("href")).status())
                .isEqualTo(200));
        assertThat(desk.text("main")).contains("不看任务").doesNotContain("公园");
    }

    private void report(int number) {
        cities.complete(
                city.liaison(0),
                round + "-" + number,
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
