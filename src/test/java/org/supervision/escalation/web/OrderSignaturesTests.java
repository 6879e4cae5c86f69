package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** Drafts are found in a list, and several orders are signed at once, each by its own work item. */
@ApplicationTest
class OrderSignaturesTests {

    private static final String DRAFTS = "/slips?draft=true&kind=SUPERVISION_ORDER";

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private List<String> orders;

    @BeforeEach
    void sevenOrdersAreDrafted() {
        city = cities.create();
        for (int number = 1; number <= 7; number++) {
            cities.keyTask(city, number);
        }
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-15T09:00:00+08:00").toInstant());
        orders = jdbc.sql(
                        """
                        select s.id from slip s join key_task k on k.id = s.key_task_id
                        where s.government = ? and s.kind = 'SUPERVISION_ORDER' order by k.number""")
                .param(city.code())
                .query(String.class)
                .list();
    }

    @Test
    void draftsAreListedForThoseWhoSeeTheWholeGovernmentOnly() {
        Page list = portal.signIn(city.officer()).open("/slips").follow(".filters a[href*=draft]");
        assertThat(list.content().select("tbody tr")).hasSize(7);
        assertThat(list.text("tbody tr:first-child")).contains("草稿", "1 建成第1号公园", "市一局", "请查明逾期原因", "待督查员签发");
        assertThat(portal.signIn(city.mayor()).open(DRAFTS).content().select("tbody tr"))
                .hasSize(7);
        assertThat(portal.signIn(city.mayor()).open(DRAFTS).content().select("input[name=order]"))
                .as("a city leader signs none")
                .isEmpty();

        assertThat(pages.get(city.leader(0), DRAFTS).select("tbody tr")).isEmpty();
        assertThat(pages.get(city.leader(0), "/slips").select(".filters a[href*=draft]"))
                .isEmpty();
        assertThat(rest.get(city.officer(), "/slips?draft=true")
                        .getBody()
                        .get("total")
                        .asInt())
                .isEqualTo(7);
        assertThat(rest.get(city.leader(0), "/slips?draft=true")
                        .getBody()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void theDeskShowsTheMostUrgentAndLeadsToAll() {
        Page desk = portal.signIn(city.officer()).open("/");

        assertThat(desk.content().select(".card:has(h2:contains(签发督办单 7 件)) li[data-row]"))
                .hasSize(5);
        Page all = desk.follow("a:contains(全部 7 件)");
        assertThat(all.content().select("input[name=order]")).hasSize(7);
    }

    @Test
    void signsTheChosenOnesWithOneLimit() {
        pages.post(
                city.officer(),
                "/slips/signatures",
                Map.of("order", orders.get(0) + "," + orders.get(2), "limitOn", "2024-04-19"));

        assertThat(limits()).containsExactly("1 2024-04-19", "3 2024-04-19");
        assertThat(cities.kindsWaitingFor(city.leader(0), orders.get(0))).containsExactly("order-answer");
        assertThat(cities.kindsWaitingFor(city.officer(), orders.get(1))).containsExactly("order-signature");
    }

    @Test
    void saysOfEachWhatBecameOfItAndSignsTheOthers() {
        Page list = portal.signIn(city.officer()).open(DRAFTS);
        cities.complete(city.chief(), orders.get(0), "order-signature", Map.of("decision", "DISCARD"));

        Page after = list.submit("#signatures", Map.of("order", ""));
        assertThat(after.text(".notice-red")).as("the first is chosen").contains("第 1 项　市一局", "已由别人办理");

        Page signed = after.submit("#signatures", Map.of("order", ""));
        assertThat(signed.text(".notice-green")).contains("已签发 1 件", "督办〔2024〕1号", "第 2 项　市一局");
        assertThat(limits()).as("by the ladder").containsExactly("2 2024-04-17");
        assertThat(signed.content().select("input[name=order]")).hasSize(5);
    }

    @Test
    void aLimitThatIsNoWorkingDaySignsNothingAndKeepsTheChoice() {
        Page refused = portal.signIn(city.officer())
                .open(DRAFTS)
                .submit("#signatures", Map.of("order", "", "limitOn", "2024-04-20"));

        assertThat(refused.text(".notice-red")).contains("有 1 件没有签发", "答复期限要填今天以后的工作日");
        assertThat(refused.content().select("input[name=order][checked]").eachAttr("value"))
                .containsExactly(orders.get(0));
        assertThat(refused.content().select("#field-limitOn").val()).isEqualTo("2024-04-20");
        assertThat(limits()).isEmpty();
        assertThat(portal.signIn(city.officer())
                        .open(DRAFTS)
                        .submit("#signatures", Map.of())
                        .text(".notice-amber"))
                .contains("没有勾选");
    }

    @Test
    void onlyTheOfficeSigns() {
        for (String other : List.of(city.mayor(), city.leader(0), city.liaison(0))) {
            assertThat(pages.post(other, "/slips/signatures", Map.of("order", orders.get(0)))
                            .getStatus())
                    .as(other)
                    .isEqualTo(403);
        }
        TestCity elsewhere = cities.create();
        assertThat(pages.post(elsewhere.officer(), "/slips/signatures", Map.of("order", orders.get(0)))
                        .getStatus())
                .isEqualTo(404);
        assertThat(limits()).isEmpty();
    }

    private List<String> limits() {
        return jdbc.sql(
                        """
                        select k.number || ' ' || (s.limit_at at time zone 'Asia/Shanghai')::date
                        from slip s join key_task k on k.id = s.key_task_id
                        where s.government = ? and s.kind = 'SUPERVISION_ORDER' and s.number is not null order by 1""")
                .param(city.code())
                .query(String.class)
                .list();
    }
}
