package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.OffsetDateTime;
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

/** Two liaisons of one unit have the same report open, or the server is away: nobody's text is lost. */
@ApplicationTest
class SharedDraftTests {

    private static final String PROGRESS = "#field-progress";
    private static final String NEXT_STEPS = "#field-nextSteps";

    private static Chromium chromium;

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @LocalServerPort
    private int port;

    private TestCity city;
    private Page mine;

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
    void aReportIsOpen() {
        time.to(OffsetDateTime.parse("2024-04-01T09:00:00+08:00").toInstant());
        city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        mine = signIn(city.liaison(0));
        openReport(mine);
    }

    @Test
    void twoPeopleSeeEachOtherAndEachOthersText() {
        Page theirs = signIn(cities.colleague(city, 0));
        openReport(theirs);
        assertThat(theirs.locator("[data-draft-others]")).containsText("也打开着这份表");

        write(mine, PROGRESS, "选址完成。");
        save(mine);
        write(theirs, NEXT_STEPS, "下季度开工。");
        save(theirs);
        assertThat(theirs.locator(PROGRESS)).hasValue("选址完成。");
        saved(theirs);

        write(mine, PROGRESS, "选址完成，手续在办。");
        save(mine);
        assertThat(mine.locator(NEXT_STEPS)).hasValue("下季度开工。");
        saved(mine);

        write(theirs, PROGRESS, "选址未完成。");
        save(theirs);
        Locator both = theirs.locator(".draft-conflict");
        assertThat(both).containsText("选址完成，手续在办。");
        assertThat(theirs.locator(PROGRESS)).hasValue("选址未完成。");
        both.locator("button").click();
        save(theirs);
        saved(theirs);
        assertThat(theirs.locator(PROGRESS)).hasValue("选址完成，手续在办。");
        assertThat(theirs.locator(".draft-conflict")).hasCount(0);
    }

    @Test
    void whatIsSentWhileTheServerIsAwayComesBack() {
        write(mine, PROGRESS, "断网时写的。");
        mine.context().setOffline(true);
        String report = mine.url();
        mine.locator("[data-primary]").dispatchEvent("click");
        mine.waitForURL(url -> !url.equals(report));
        mine.context().setOffline(false);

        mine.navigate(report);

        assertThat(mine.locator(PROGRESS)).hasValue("断网时写的。");
        saved(mine);
        mine.reload();
        assertThat(mine.locator(PROGRESS)).hasValue("断网时写的。");
    }

    @Test
    void whatHasArrivedIsForgottenOnThisComputer() {
        write(mine, PROGRESS, "选址完成。");
        mine.locator("[data-primary]").click();
        assertThat(mine.locator(".error-summary")).isVisible();
        assertThat(mine.locator(PROGRESS)).hasValue("选址完成。");

        mine.locator("input[name=verdict][value=ON_SCHEDULE]").check();
        mine.locator("[data-primary]").click();
        assertThat(mine.locator(".flash")).isVisible();
        mine.waitForSelector("html.scripted");

        assertThat(mine.evaluate("() => Object.keys(sessionStorage).filter(key => key.startsWith('draft')).length"))
                .isEqualTo(0);
    }

    private Page signIn(String username) {
        Page page = chromium.open("http://localhost:" + port, 1366);
        page.navigate("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill("demo");
        page.keyboard().press("Enter");
        assertThat(page.locator(".title-line h1")).isVisible();
        return page;
    }

    private static void openReport(Page page) {
        page.locator("[data-row] a").first().click();
        assertThat(page.locator(PROGRESS)).isVisible();
        page.waitForSelector("html.scripted");
    }

    private static void write(Page page, String field, String text) {
        page.locator(field).fill(text);
    }

    private static void save(Page page) {
        page.locator("[data-saves-draft]").click();
    }

    private static void saved(Page page) {
        assertThat(page.locator("[data-draft-state]")).containsText("已存");
    }
}
