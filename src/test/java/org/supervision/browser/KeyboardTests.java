package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/**
 * How few keys the two commonest jobs take. The manuals quote these counts: at two seconds for each key, and with a text
 * typed at two keys a second, both stay below two minutes.
 */
@ApplicationTest
class KeyboardTests {

    private static final int REPORTS = 20;
    private static final int MOST_KEYS_OF_A_REPORT = 35;
    private static final String ANSWER = "本季无新进展，与上季一致。";

    private static Chromium chromium;

    @Autowired
    private TestCities cities;

    @LocalServerPort
    private int port;

    private TestCity city;
    private int keys;

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
    void nothingIsPressedYet() {
        city = cities.create();
        keys = 0;
    }

    @Test
    void anOfficerPassesTwentyCleanReportsWithOneKeyEach() {
        IntStream.rangeClosed(1, REPORTS).forEach(number -> cities.keyTask(city, number));
        String round = cities.openFirstQuarter(city);
        IntStream.rangeClosed(1, REPORTS)
                .forEach(number -> report(round + "-" + number, "完成第%d处选址。".formatted(number)));
        IntStream.rangeClosed(1, REPORTS)
                .forEach(number -> cities.complete(
                        city.leader(0), round + "-" + number, "unit-review", Map.of("decision", "APPROVE")));
        Page officer = signIn(city.officer());

        press(officer, "j");
        press(officer, "Enter");
        for (int left = REPORTS; left > 0; left--) {
            assertThat(officer.locator(".queue-place")).containsText("共 %d 件".formatted(left));
            press(officer, "a");
        }

        assertThat(officer.locator(".empty").first()).containsText("都审完了");
        assertThat(keys).isEqualTo(REPORTS + 2);
    }

    @Test
    void aLiaisonReportsThatNothingChangedWithFewKeys() {
        cities.keyTask(city, 1);
        String first = cities.openRound(city, 1) + "-1";
        report(first, "完成城东选址。");
        cities.complete(city.leader(0), first, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), first, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
        cities.openRound(city, 2);
        Page liaison = signIn(city.liaison(0));

        press(liaison, "j");
        press(liaison, "Enter");
        assertThat(liaison.locator("#field-progress")).hasValue("完成城东选址。");
        tabTo(liaison, "[name=verdict]");
        press(liaison, "Space");
        press(liaison, "ArrowDown");
        press(liaison, "Control+Enter");
        assertThat(liaison.locator(".error-summary")).isFocused();
        tabTo(liaison, ".error-summary a");
        press(liaison, "Enter");
        tabTo(liaison, "textarea[name^=warningAnswers]");
        liaison.keyboard().type(ANSWER);
        press(liaison, "Control+Enter");

        assertThat(liaison.locator(".flash")).containsText("已提交单位负责人");
        assertThat(keys).isLessThanOrEqualTo(MOST_KEYS_OF_A_REPORT);
    }

    private void report(String cycle, String progress) {
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", progress));
    }

    private void press(Page page, String key) {
        keys++;
        page.waitForSelector("html.scripted");
        page.keyboard().press(key);
    }

    private void tabTo(Page page, String selector) {
        for (int i = 0; i < 40; i++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            press(page, "Tab");
        }
        throw new AssertionError("No way by keyboard to " + selector);
    }

    private Page signIn(String username) {
        Page page = chromium.open("http://localhost:" + port, 1366);
        page.navigate("/login");
        page.fill("#username", username);
        page.fill("#password", "demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        return page;
    }
}
