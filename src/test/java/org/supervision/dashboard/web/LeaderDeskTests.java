package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** A vice-mayor decides, sees what is red among the own key tasks, and instructs with one tap and one confirmation. */
@ApplicationTest
class LeaderDeskTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TimeTravel time;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundIsOpen() {
        time.to(at("2024-04-01T09:00"));
        city = cities.create();
        for (int number = 1; number <= 9; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
    }

    @Test
    void nothingThatIsNotDueYetIsRed() {
        Page desk = portal.signIn(city.mayor()).open("/");

        assertThat(desk.text("h1")).isEqualTo("未明确分管领导的 9 项");
        assertThat(desk.text(".facts")).contains("未到 9");
        assertThat(desk.text("#charge")).contains("没有滞后、不明、逾期或有风险的任务").doesNotContain("公园");
    }

    @Test
    void onlyKeyTasksInChargeAreShownAndOnlyTheFirstOfThem() {
        inCharge(1, 2, 3, 4, 5, 6, 7, 8);
        time.to(at("2024-04-08T18:01"));

        Browser browser = portal.signIn(city.mayor());
        Page desk = browser.open("/");

        assertThat(desk.text("h1")).isEqualTo("我分管的 8 项");
        assertThat(desk.content().select(".red-task .title-number").eachText())
                .containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(desk.content().select(".red-task").first().select(".four-lamps li"))
                .hasSize(4);
        assertThat(desk.text("#charge .card-foot")).isEqualTo("其余 2 项");
        Page whole = desk.follow("#charge .card-foot a");
        assertThat(whole.content().select(".red-task .title-number").eachText())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(whole.content().select("#charge .card-foot")).isEmpty();
    }

    @Test
    void whatIsBehindComesBeforeWhatIsUnknown() {
        inCharge(1, 2, 3);
        cities.complete(
                city.liaison(0), round + "-3", "progress-report", Map.of("verdict", "BEHIND", "progress", "选址未定。"));
        cities.complete(
                city.liaison(0),
                round + "-1",
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
        time.to(at("2024-04-08T18:01"));

        Page desk = portal.signIn(city.mayor()).open("/");

        assertThat(desk.content().select(".red-task .title-number").eachText()).containsExactly("3", "2");
    }

    @Test
    void anInstructionIsOneChoiceAndOneRequest() {
        inCharge(2);
        time.to(at("2024-04-08T18:01"));
        Page desk = portal.signIn(city.mayor()).open("/");
        String phrase =
                desk.content().select(".instruct input[name=text]").first().val();

        Page order = desk.submit(".instruct form", Map.of("text", phrase));

        assertThat(order.path()).startsWith("/slips/");
        assertThat(order.text("main")).contains(phrase);
        assertThat(cities.kindsWaitingFor(city.officer(), order.path().substring("/slips/".length())))
                .containsExactly("order-signature");
    }

    @Test
    void aDecisionIsTwoEqualButtonsOneOfWhichAsksForWords() {
        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 2), LocalDate.of(2024, 4, 22), null, null, null, null, null)));
        time.to(at("2024-04-22T09:00"));
        Page desk = portal.signIn(city.mayor()).open("/");

        assertThat(desk.text("#decisions h2")).isEqualTo("等您决定 5 件");
        assertThat(desk.content()
                        .select("#decisions li")
                        .first()
                        .select(".equal-answers .button")
                        .eachText())
                .containsExactly("约谈", "不约谈");
        assertThat(desk.text("#decisions li")).contains("“约谈”要写一句理由");
        assertThat(desk.content().select("#decisions li a.button").first().attr("href"))
                .startsWith("/work-items/");
        assertThat(answer(desk, "DECLINE")).isEqualTo("/");
        assertThat(portal.signIn(city.mayor()).open("/").text("h2")).contains("等您决定 5 件", "决定是否约谈 3 件");
    }

    @Test
    void aSuspensionIsGrantedFromTheDesk() {
        assertThat(rest.post(
                                city.liaison(0),
                                "/key-tasks/{id}/suspensions",
                                Map.of("reason", "征地延后", "expectedUntil", "2024-12-31"),
                                city.code() + "-2024-1")
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        String request = jdbc.sql("select id from change_request where government = ?")
                .param(city.code())
                .query(String.class)
                .single();
        for (String person : List.of(city.leader(0), city.officer())) {
            for (String kind : cities.kindsWaitingFor(person, request)) {
                cities.complete(person, request, kind, Map.of("decision", "GRANT"));
            }
        }

        Page desk = portal.signIn(city.mayor()).open("/");
        assertThat(desk.text("#decisions li")).contains("征地延后");
        assertThat(answer(desk, "GRANT")).isEqualTo("/");

        assertThat(portal.signIn(city.mayor()).open("/").content().select("#decisions"))
                .isEmpty();
    }

    /** @return where the answer leads */
    private String answer(Page desk, String decision) {
        String address = desk.content().select("#decisions form").first().attr("action");
        return pages.post(city.mayor(), address, Map.of("decision", decision)).getRedirectedUrl();
    }

    private void inCharge(int... numbers) {
        for (int number : numbers) {
            jdbc.sql("update key_task set leader_in_charge = ? where id = ?")
                    .params(city.mayor(), city.code() + "-2024-" + number)
                    .update();
        }
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
