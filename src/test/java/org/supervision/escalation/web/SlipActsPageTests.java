package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** Reminding, instructing and appealing in the portal, without script. */
@ApplicationTest
class SlipActsPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    private TestCity city;
    private String cycle;
    private String instructions;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = "/cycles/" + cities.openFirstQuarter(city) + "-1";
        instructions = "/key-tasks/" + city.code() + "-2024-1/instructions";
    }

    @Test
    void anOfficerRemindsOnTheCyclesPageAndReadsWhyNotTwice() {
        String button = "form[action$=/reminders]";
        assertThat(pages.get(city.officer(), cycle).select(button))
                .as("nothing is late")
                .isEmpty();
        time.to(OffsetDateTime.parse("2024-04-08T18:30:00+08:00").toInstant());
        assertThat(pages.get(city.liaison(0), cycle).select(button)).isEmpty();

        Page reminded = portal.signIn(city.officer()).open(cycle).submit("form[action$=/reminders]", Map.of());
        assertThat(reminded.text(".flash")).contains("催办已发出");
        Page refused = reminded.submit("form[action$=/reminders]", Map.of());
        assertThat(refused.text("main")).contains("4月10日 周三（含）起可以再次催办");
        assertThat(refused.text(".notice-amber")).contains("不到 2 个工作日");
        assertThat(pages.post(city.leader(0), cycle + "/reminders", Map.of()).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aCityLeaderInstructsFromTheKeyTasksPage() {
        Page page = portal.signIn(city.mayor())
                .open("/key-tasks/" + city.code() + "-2024-1")
                .follow("a[href$=/instructions]");
        Page refused = page.submit("form[action$=/instructions]", Map.of("text", " ", "limitOn", "2024-04-05"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-text")).contains("请写明要督办什么");
        Page badLimit = refused.submit("form[action$=/instructions]", Map.of("text", "请说明。", "limitOn", "2024-04-05"));
        assertThat(badLimit.text("#error-limitOn")).contains("今天以后的工作日");
        assertThat(badLimit.content().select("#field-text").val()).isEqualTo("请说明。");

        Page given = badLimit.submit("form[action$=/instructions]", Map.of("limitOn", "2024-04-10"));

        assertThat(given.path()).startsWith("/slips/");
        assertThat(given.text(".flash")).contains("等待签发");
        assertThat(given.text(".paper")).contains("请说明。", "2024年4月10日 18:00");
        assertThat(pages.get(city.mayor(), instructions).select(".rows").text()).contains("答复期限 4月10日");
        assertThat(pages.get(city.officer(), "/key-tasks/" + city.code() + "-2024-1")
                        .select("a[href$=/instructions]"))
                .isEmpty();
        assertThat(pages.status(city.officer(), instructions)).isEqualTo(403);
    }

    @Test
    void aPreparedSentenceIsAddedToWhatWasTyped() {
        MockHttpServletResponse response =
                pages.post(city.mayor(), instructions, Map.of("text", "已阅。", "limitOn", "2024-04-10", "phrase", "2"));
        Document page = PortalPages.document(response);
        assertThat(page.select("#field-text").val()).startsWith("已阅。请明确责任人");
        assertThat(page.select("#field-limitOn").val()).isEqualTo("2024-04-10");
        assertThat(pages.get(city.mayor(), instructions).select(".rows")).isEmpty();
    }

    @Test
    void aUnitLeaderAppealsOnTheSlipsPageAndReadsTheDecisionThere() {
        String order = pages.post(city.mayor(), instructions, Map.of("text", "请说明。"))
                .getRedirectedUrl()
                .replace("/slips/", "");
        cities.complete(
                city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请说明逾期原因。"));
        assertThat(pages.get(city.liaison(0), "/slips/" + order).select("#appeal"))
                .isEmpty();
        Page refused = portal.signIn(city.leader(0))
                .open("/slips/" + order)
                .submit("form[action$=/appeals]", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-reason")).contains("申诉理由要写");

        Page filed = refused.submit("form[action$=/appeals]", Map.of("reason", "报告已在线下报送。"));
        assertThat(filed.text(".flash")).contains("裁定前本件不计分");
        assertThat(filed.text("#appeal")).contains("待裁定", "报告已在线下报送。");
        assertThat(filed.content().select("form[action$=/appeals]")).isEmpty();

        cities.complete(
                city.chief(),
                order + "-appeal",
                "appeal-decision",
                Map.of("decision", "UPHOLD", "comment", "没有收到线下报告。"));
        assertThat(pages.get(city.liaison(0), "/slips/" + order)
                        .select("#appeal")
                        .text())
                .contains("维持", "没有收到线下报告。");
    }
}
