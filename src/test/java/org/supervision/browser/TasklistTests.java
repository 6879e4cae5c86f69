package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** The people's part of a quarter, done in Tasklist from its filters and forms alone. */
@ApplicationTest
class TasklistTests {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private TestCity city;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void oneReportIsAwaited() {
        city = cities.create();
        cities.keyTask(city, 1, 1);
        cities.openFirstQuarter(city);
    }

    @Test
    void aReportIsWrittenWithItsPartRefusedAndReturnedInTasklist() {
        Page partner = tasklist(city.liaison(1));
        take(partner);
        partner.getByLabel("本单位配合进展").fill("移交用地。");
        finish(partner);

        Page liaison = tasklist(city.liaison(0));
        assertThat(liaison.locator(".task-filters h4.name"))
                .hasText(
                        new String[] {"我的待办 1", "本单位待办", "已逾期", "被退回"},
                        new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        assertThat(liaison.locator(".desk-card")).containsText("市一局");
        assertThat(liaison.locator(".desk-due")).hasText("限 4月8日 周一 18:00");
        take(liaison);
        liaison.getByLabel("本季进展").fill("完成选址。");
        choose(liaison, "按序时推进");
        finish(liaison);

        Page leader = tasklist(city.leader(0));
        take(leader);
        leader.locator(".nav-tabs").getByText("情况与报告").click();
        assertThat(leader.locator(".desk-facts")).containsText("完成选址。");
        leader.locator(".nav-tabs").getByText("表单").click();
        choose(leader, "退回");
        leader.locator("button.btn-primary:visible", new Page.LocatorOptions().setHasText("提交"))
                .click();
        assertThat(leader.locator("[notifications-panel]")).containsText("退回时写明要改什么");
        assertThat(leader.locator("[notifications-panel]")).not().containsText("Cannot");
        assertThat(visitors.get(city.leader(0)).complaints())
                .as("the refusal is all there is")
                .allMatch(complaint -> complaint.contains("400"));
        leader.getByLabel("说明").fill("写明地点。");
        finish(leader);

        liaison = tasklist(city.liaison(0));
        liaison.locator(".task-filters").getByText("被退回").click();
        take(liaison);
        liaison.locator(".nav-tabs").getByText("情况与报告").click();
        assertThat(liaison.locator(".desk-facts")).containsText("写明地点。");
        liaison.locator(".nav-tabs").getByText("表单").click();
        assertThat(liaison.getByLabel("本季进展")).hasValue("完成选址。");
        visitors.forEach((username, visitor) ->
                assertThat(visitor.complaints()).as(username).isEmpty());
    }

    @Test
    void whatIsLateStandsInItsFilterAndNothingIsOfferedThatNobodyMay() {
        time.to(OffsetDateTime.parse("2024-04-09T09:00:00+08:00").toInstant());
        Page liaison = tasklist(city.liaison(0));

        liaison.locator(".task-filters").getByText("已逾期").click();
        assertThat(liaison.locator(".desk-late")).containsText("已逾期");
        liaison.locator("ol.tasks-list li.task a").first().click();
        assertThat(liaison.locator(".task-card h2.task")).isVisible();
        for (String control : new String[] {
            ".task-filters .glyphicon-pencil",
            ".followup-date",
            ".due-date",
            ".groups",
            ".comment-action",
            ".create-filter"
        }) {
            assertThat(liaison.locator(control + ":visible")).hasCount(0);
        }
        assertThat(liaison.locator(".task-card .nav-tabs li")).hasText(new String[] {"表单", "情况与报告", "说明"});
        assertThat(visitors.get(city.liaison(0)).complaints()).isEmpty();
    }

    private Page tasklist(String username) {
        Visitor visitor = visitors.computeIfAbsent(username, name -> Visitor.signIn(chromium, port, name));
        // Another fragment of the same address would load nothing anew.
        visitor.page().navigate("about:blank");
        visitor.page().navigate("/camunda/app/tasklist/default/#/");
        assertThat(visitor.page().locator(".task-filters h4.name")).hasCount(4);
        return visitor.page();
    }

    /** Opens and claims the only task of the list. */
    private static void take(Page page) {
        Locator task = page.locator("ol.tasks-list li.task h4 a");
        assertThat(task).hasCount(1);
        task.click();
        page.locator("button.claim").click();
        assertThat(page.locator("button.unclaim")).isVisible();
        assertThat(page.locator(".fjs-form")).isVisible();
    }

    private static void choose(Page page, String label) {
        page.locator(".fjs-form")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static void finish(Page page) {
        page.locator("button.btn-primary:visible", new Page.LocatorOptions().setHasText("提交"))
                .click();
        assertThat(page.locator("ol.tasks-list li.task")).hasCount(0);
    }
}
