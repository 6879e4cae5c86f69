package org.supervision.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.HolidayNotices;
import org.supervision.calendar.TestNotices;

/** The calendar as a page: twelve months for everybody, the forms for its keeper. */
@ApplicationTest
class CalendarPageTests {

    private static final int YEAR = 2035;
    private static final String NOTICE = "2035-01-01,holiday,元旦\n2035-01-06,make-up,\n";

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private TestNotices testNotices;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @AfterEach
    void forgetTheNotice() {
        testNotices.forget(YEAR);
    }

    @Test
    void aYearIsTwelveMonthsWhoseDaysSayWhatTheyAre() {
        Document page = pages.get(city.liaison(0), "/calendar?year=2026");

        assertThat(page.select("table.month caption").eachText())
                .hasSize(12)
                .startsWith("一月")
                .endsWith("十二月");
        assertThat(page.select("table.month").get(9).select("thead th").eachText())
                .containsExactly("一", "二", "三", "四", "五", "六", "日");
        assertThat(page.select("table.month").get(9).select("td.sort-HOLIDAY").eachText())
                .hasSize(7)
                .first()
                .isEqualTo("1 休 放假 国庆节");
        assertThat(page.select("table.month").get(9).select("td.sort-MAKE_UP").text())
                .isEqualTo("10 班 调休上班");
        assertThat(page.select("table.month").get(0).select("tbody tr").first().select("td"))
                .hasSize(7);
        assertThat(page.select(".facts").first().text()).contains("工作日 248 天", "按放假通知");
    }

    @Test
    void aYearWithoutNoticeSaysThatItsDatesAreProvisional() {
        Document page = pages.get(city.officer(), "/calendar?year=" + YEAR);

        assertThat(page.select(".notice-amber").text()).contains("2035 年的放假通知还没有导入", "待放假通知");
        assertThat(page.select(".calendar-years li:has([aria-current])").text()).contains("2035 年", "暂按周末推算");
        assertThat(page.select("a[href$=2035.csv]")).isEmpty();
        assertThat(pages.status(city.officer(), "/calendar?year=1999")).isEqualTo(404);
    }

    @Test
    void onlyItsKeeperFindsTheForms() {
        for (String username : List.of(city.liaison(0), city.chief(), "secadmin", "auditor")) {
            assertThat(pages.get(username, "/calendar").select("main form"))
                    .as(username)
                    .isEmpty();
            assertThat(pages.post(username, "/calendar/days", Map.of("year", "2026", "day", "2026-10-10"))
                            .getStatus())
                    .as(username)
                    .isEqualTo(403);
            assertThat(pages.post(username, "/calendar/2035", Map.of("text", NOTICE, "version", "1"))
                            .getStatus())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(pages.get("sysadmin", "/calendar?year=2026").select("main form"))
                .hasSize(2);
        assertThat(pages.get("sysadmin", "/calendar?year=" + YEAR).select("main form"))
                .as("no single day before the notice")
                .hasSize(1);
    }

    @Test
    void aPastedNoticeIsLookedThroughAndThenLoaded() {
        Page preview =
                portal.signIn("sysadmin").open("/calendar?year=" + YEAR).submit("#notice form", Map.of("text", NOTICE));

        assertThat(preview.text("h1")).isEqualTo("核对 2035 年放假通知");
        assertThat(preview.text(".facts")).contains("新增 2 天，改动 0 天，去掉 0 天", "261 天，写入后 261 天");
        assertThat(preview.content().select("tbody tr").eachText())
                .containsExactly("1月1日 周一 按周末 放假 元旦", "1月6日 周六 按周末 调休上班");
        assertThat(notices.get(YEAR).known()).as("nothing yet").isFalse();

        Page loaded = preview.submit("main form", Map.of());

        assertThat(loaded.path()).isEqualTo("/calendar");
        assertThat(loaded.text(".flash")).contains("2035 年的日历已写入，改动 2 天");
        assertThat(notices.get(YEAR).days()).hasSize(2);
        assertThat(loaded.text(".facts")).contains("由 sysadmin 更改");
    }

    @Test
    void aFileIsReadAsWell() {
        MockMultipartFile file = new MockMultipartFile(
                "file", "2035.csv", "text/csv", ("date,kind,name\n" + NOTICE).getBytes(StandardCharsets.UTF_8));

        Document page = PortalPages.document(pages.upload("sysadmin", "/calendar/preview?year=2035", file));

        assertThat(page.select("tbody tr")).hasSize(2);
    }

    @Test
    void aWrongNoticeIsShownLineByLineWithWhatWasPasted() {
        MockHttpServletResponse answer = pages.post(
                "sysadmin", "/calendar/preview", Map.of("year", "2035", "text", NOTICE + "2035-02-30,holiday,X"));

        Document page = PortalPages.document(answer);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page.select("#error-summary a[href=#field-text]").text())
                .isEqualTo("第 3 行：“2035-02-30”不是日期，写成 2027-01-01 的样子。");
        assertThat(page.select("#field-text").text()).contains("2035-02-30");
        assertThat(page.select("#field-year").attr("value")).isEqualTo("2035");
        assertThat(page.text()).contains("2035 年工作日历");
    }

    @Test
    void theSameNoticeAgainLeavesNothingToLoad() {
        load();

        Page preview =
                portal.signIn("sysadmin").open("/calendar?year=" + YEAR).submit("#notice form", Map.of("text", NOTICE));

        assertThat(preview.text(".empty")).contains("与现有日历一致");
        assertThat(preview.content().select("main form")).isEmpty();
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotPassedOver() {
        Page preview =
                portal.signIn("sysadmin").open("/calendar?year=" + YEAR).submit("#notice form", Map.of("text", NOTICE));
        load();

        Page refused = preview.submit("main form", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("main")).contains("核对之后日历又被改过");
    }

    @Test
    void oneDayIsChosenInTheCalendarAndChanged() {
        load();
        Page chosen =
                portal.signIn("sysadmin").open("/calendar?year=" + YEAR).follow("table.month a[href*=2035-01-06]");
        assertThat(chosen.content().select("#change input[checked]").attr("value"))
                .isEqualTo("make-up");

        Page changed = chosen.submit("#change form", Map.of("kind", "week"));

        assertThat(changed.text(".flash")).contains("2035-01-06 已写作“按周末”");
        assertThat(notices.get(YEAR).days()).hasSize(1);
        assertThat(changed.submit("#change form", Map.of("day", "2035-01-06", "kind", "week"))
                        .text(".flash"))
                .contains("没有改动");
    }

    @Test
    void aWrongDayIsToldWithoutALine() {
        load();

        MockHttpServletResponse answer = pages.post(
                "sysadmin", "/calendar/days", Map.of("year", "2035", "day", "2035-01-02", "kind", "make-up"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(answer)
                        .select("#error-summary a[href=#field-day]")
                        .text())
                .isEqualTo("2035-01-02 不是周末，本来就上班，去掉或改成周末的日期。");
    }

    private void load() {
        notices.load(YEAR, notices.read(YEAR, NOTICE.getBytes(StandardCharsets.UTF_8)), "sysadmin", null);
    }
}
