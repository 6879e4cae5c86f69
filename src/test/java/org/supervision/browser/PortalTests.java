package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.SampleFiles;
import org.supervision.shared.Quarter;

/** The main job in a real browser, without touching a mouse. */
@ApplicationTest
class PortalTests {

    private static final int DESKTOP = 1366;
    private static final int PHONE = 390;

    private static Chromium chromium;

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    @LocalServerPort
    private int port;

    private final Map<Page, List<String>> consoles = new HashMap<>();
    private TestCity city;
    private String round;

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
    void aRoundWithOneKeyTaskIsOpen() {
        time.to(at("2024-04-01T09:00"));
        city = cities.create();
        cities.keyTask(city, 1);
        round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
        time.to(at("2024-04-01T09:01"));
    }

    @Test
    void aReportGoesFromDraftThroughAReturnToApprovalByKeyboardAlone() throws IOException {
        Page liaison = signIn(city.liaison(0), DESKTOP);
        Page leader = signIn(city.leader(0), DESKTOP);

        openFirst(liaison);
        tabTo(liaison, "#field-progress");
        liaison.keyboard().type("完成选址。");
        press(liaison, "Control+s");
        assertThat(liaison.locator("[data-draft-state]")).containsText("已存");
        liaison.locator("[data-attaches]").setInputFiles(new FilePayload[] {
            new FilePayload("现场.png", "image/png", SampleFiles.png(1)),
            new FilePayload("假.pdf", "application/pdf", SampleFiles.png(2)),
            new FilePayload("总结.docx", "", SampleFiles.docx())
        });
        assertThat(liaison.locator("[data-evidence-state]")).containsText("“假.pdf”的内容与扩展名不符");
        assertThat(liaison.locator("#evidence .evidence-name a")).hasText(new String[] {"现场.png", "总结.docx"});
        liaison.locator("[data-removes]").last().focus();
        press(liaison, "Enter");
        assertThat(liaison.locator("#evidence .evidence-name a")).hasText(new String[] {"现场.png"});
        press(liaison, "Control+Enter");
        assertThat(liaison.locator(".error-summary")).isFocused();
        assertThat(liaison.locator("#field-progress")).hasValue("完成选址。");
        choose(liaison, "verdict", "ON_SCHEDULE");
        press(liaison, "Control+Enter");
        assertThat(liaison.locator(".flash")).containsText("已提交单位负责人");

        leader.reload();
        openFirst(leader);
        press(leader, "r");
        assertThat(leader.locator("[data-primary]")).containsText("退回联络员");
        tabTo(leader, "#field-comment");
        leader.keyboard().type("写明地点。");
        press(leader, "Control+Enter");
        assertThat(leader.locator(".flash")).containsText("已退回联络员");

        liaison.reload();
        assertThat(liaison.locator(".card-red")).containsText("写明地点。");
        openFirst(liaison);
        assertThat(liaison.locator(".returned")).containsText("写明地点。");
        tabTo(liaison, "#field-progress");
        press(liaison, "Control+a");
        liaison.keyboard().type("完成城东选址。");
        press(liaison, "Control+Enter");
        assertThat(liaison.locator(".flash")).containsText("已提交单位负责人");

        leader.reload();
        openFirst(leader);
        assertThat(leader.locator(".difference ins")).hasText("城东");
        leader.waitForCondition(() -> (Integer) leader.locator(".report-texts .evidence img")
                        .first()
                        .evaluate("picture => picture.naturalWidth")
                == 64);
        press(leader, "a");
        press(leader, "Control+Enter");
        assertThat(leader.locator(".flash")).containsText("送督查室审核");

        Page officer = signIn(city.officer(), DESKTOP);
        openFirst(officer);
        assertThat(officer.locator("#field-reasonCode")).isHidden();
        press(officer, "a");
        choose(officer, "verdict", "ON_SCHEDULE");
        press(officer, "Control+Enter");
        assertThat(officer.locator(".flash")).containsText("本季办结");

        press(officer, "g");
        press(officer, "r");
        assertThat(officer).hasURL("http://localhost:" + port + "/rounds");
        openFirst(officer);
        assertThat(officer.locator("tbody .badge")).hasText("已通过");
        assertThat(mistakesOf(officer)).isEmpty();
        assertThat(mistakesOf(liaison)).isEmpty();
    }

    @Test
    void theDiagramShowsWhereTheCycleIs() {
        Page page = signIn(city.officer(), DESKTOP);
        page.navigate("/cycles/" + round + "-1");

        assertThat(page.locator(".diagram-token")).hasText("1");
        assertThat(page.locator(".diagram-token")).isVisible();
        assertThat(page.locator("[data-element-id=UserTask_DraftReport].is-here"))
                .isVisible();
        page.locator(".bjs-powered-by").click();
        assertThat(page.locator(".bjs-powered-by-lightbox")).isVisible();

        page.navigate("/key-tasks/" + city.code() + "-2024-1");
        assertThat(page.locator("#year .diagram-token")).isVisible();
        page.locator("#history .switch a").first().click();
        assertThat(page.locator("#history .switch a").first()).hasAttribute("aria-current", "true");
        assertThat(mistakesOf(page)).as("styles that the policy refuses").isEmpty();
    }

    @Test
    void aDashboardDrawsItsChartsFromItsTables() {
        Page page = signIn(city.officer(), DESKTOP);
        page.navigate("/statistics");

        Locator lamps = page.locator("#lamps");
        assertThat(lamps.locator(".chart svg")).containsText("市一局");
        assertThat(page.locator("#burn-up .chart svg")).containsText("应报 1");
        assertThat(lamps.locator("table")).isHidden();
        lamps.locator("[data-view-as=table]").click();
        assertThat(lamps.locator("table")).isVisible();
        assertThat(lamps.locator(".chart")).isHidden();
        lamps.locator("details summary").click();
        assertThat(lamps.locator("details p")).containsText("计算灯只看指标数值");
        assertThat(mistakesOf(page)).as("what the policy refuses").isEmpty();
    }

    @Test
    void theClosingDayFollowsTheDueDateAsItIsEntered() {
        Page page = signIn(city.officer(), DESKTOP);
        page.navigate("/rounds/new?year=2024&quarter=2");

        page.locator("#field-reportDueOn").fill("2024-07-10");

        assertThat(page.locator("#field-closesOn")).hasValue("2024-07-24");
        assertThat(page.locator("#plan-consequences")).containsText("7月8日");
        page.locator("#field-reportDueOn").fill("2024-07-13");
        assertThat(page.locator("#error-reportDueOn")).containsText("须是工作日");
        assertThat(page.locator("#field-reportDueOn")).hasValue("2024-07-13");
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void noPageIsWiderThanItsWindow(int width) {
        Page liaison = signIn(city.liaison(0), width);
        openFirst(liaison);
        String item = liaison.url();
        Page officer = signIn(city.officer(), width);
        for (String path : List.of(
                "/",
                "/rounds",
                "/rounds/" + round,
                "/rounds/new",
                "/cycles/" + round + "-1",
                "/key-tasks/" + city.code() + "-2024-1",
                "/key-tasks/" + city.code() + "-2024-1/year",
                "/slips",
                "/statistics",
                "/statistics/years/2024")) {
            officer.navigate(path);
            assertThat(overflow(officer)).as(path).isZero();
        }
        liaison.navigate(item);
        assertThat(overflow(liaison)).as("work item").isZero();
    }

    private Page signIn(String username, int width) {
        Page page = chromium.open("http://localhost:" + port, width);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                collected(page).add(message.text());
            }
        });
        page.navigate("/login");
        page.locator("#username").focus();
        page.keyboard().type(username);
        press(page, "Tab");
        page.keyboard().type("demo");
        press(page, "Enter");
        assertThat(page.locator(".title-line h1")).isVisible();
        return page;
    }

    private List<String> collected(Page page) {
        return consoles.computeIfAbsent(page, one -> new ArrayList<>());
    }

    /** What the console complained about; a refused form is answered with 422 on purpose. */
    private List<String> mistakesOf(Page page) {
        return collected(page).stream()
                .filter(message -> !message.contains("422"))
                .toList();
    }

    /** A key, once the page's script listens. */
    private static void press(Page page, String key) {
        page.waitForSelector("html.scripted");
        page.keyboard().press(key);
    }

    /** J goes to the first row, Enter opens it. */
    private static void openFirst(Page page) {
        String before = page.url();
        press(page, "j");
        press(page, "Enter");
        page.waitForURL(url -> !url.equals(before));
    }

    private static void tabTo(Page page, String selector) {
        Locator target = page.locator(selector);
        for (int presses = 0; presses < 80; presses++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            press(page, "Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    /** Reaches a group of radio buttons and walks to one of them. */
    private static void choose(Page page, String name, String value) {
        tabTo(page, "input[name=" + name + "]:is(:checked, :first-child) >> nth=0");
        press(page, "Space");
        Locator wanted = page.locator("input[name=" + name + "][value=" + value + "]");
        for (int presses = 0; presses < 8 && !wanted.isChecked(); presses++) {
            press(page, "ArrowDown");
        }
        assertThat(wanted).isChecked();
    }

    private static int overflow(Page page) {
        return (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
