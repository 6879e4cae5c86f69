package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** The rules in the portal: read by office and units, changed by the chief. */
@ApplicationTest
class RulesPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    @Autowired
    private RestCalls rest;

    private TestCity city;

    @BeforeEach
    void itIsApril() {
        city = cities.create();
        time.to(OffsetDateTime.parse("2024-04-01T09:00:00+08:00").toInstant());
    }

    @Test
    void officeAndUnitsReadTheLadderRowByRow() {
        for (String reader : new String[] {city.officer(), city.leader(0), city.mayor()}) {
            Document page = pages.get(reader, "/rules");
            assertThat(page.select("#ladder tbody tr")).as(reader).hasSize(14);
            assertThat(page.select("#ladder tbody").text()).contains("填报 一般 督办单 5 单位负责人");
            assertThat(page.select("main form[method=post] button")).as(reader).isEmpty();
        }
        assertThat(pages.status("sysadmin", "/rules")).isEqualTo(403);
        assertThat(pages.post(city.officer(), "/rules/ladder", Map.of()).getStatus())
                .isEqualTo(403);
    }

    @Test
    void theChiefPublishesALadderAndReadsInWhichRowAMistakeIs() {
        Page page = portal.signIn(city.chief()).open("/rules");
        // Rows 0 and 1 are notices, 2 and 3 the two reminders of a late report.
        Page refused = page.submit("#ladder", Map.of("rows[3].days", "1", "effectiveFrom", "2024-04-08"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("填报·再次催办：要比前一级的 1 个工作日晚");
        assertThat(refused.content().getElementById("error-rows[3].days")).isNotNull();

        Page published = refused.submit("#ladder", Map.of("rows[3].days", "4", "rows[4].limitDays", "3"));
        assertThat(published.text(".flash")).contains("4月8日 周一 起生效");
        assertThat(published.content().getElementById("field-rows[3].days").val())
                .isEqualTo("4");
        assertThat(published.content().getElementById("field-rows[4].limitDays").val())
                .isEqualTo("3");
        assertThat(published.text("main")).contains("历次修改", "未到生效日期");
        assertThat(pages.get(city.officer(), "/rules").select(".facts").text()).contains("系统自带");
    }

    @Test
    void theChiefChangesWhatAnEventCosts() {
        Page page = portal.signIn(city.chief()).open("/rules");
        Page refused =
                page.submit("#scores", Map.of("event", "NOT_REPORTED", "points", "5", "scoreFrom", "2024-04-01"));
        assertThat(refused.text("#error-points")).contains("-100 到 0");
        Page changed = refused.submit("#scores", Map.of("points", "-20"));
        assertThat(changed.text("main")).contains("未报送 -20", "历次修改 1 次");
    }

    @Test
    void theChiefChangesATimeLimitAndReadsFromWhenItHolds() {
        Page page = portal.signIn(city.chief()).open("/rules/limits");
        Page refused = page.submit(
                "form[action$=/limits]", Map.of("rule", "REPORT_DUE", "value", "99", "effectiveFrom", "2024-04-08"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-value")).contains("1 到 30");

        Page changed = refused.submit("form[action$=/limits]", Map.of("value", "8"));

        assertThat(changed.text(".flash")).contains("4月8日 周一 起执行");
        assertThat(changed.text("main")).contains("季度结束后报送进展 2024年4月8日 起为 8 5 个工作日", "历次修改 1 次");
    }

    @Test
    void aPrefixHoldsForTheWholeSeriesOfAYear() {
        Page page = portal.signIn(city.chief()).open("/rules/limits");
        Page changed = page.submit("#prefixes", Map.of("kind", "REMINDER", "prefix", "政督催", "fromYear", "2024"));
        assertThat(changed.text("main")).contains("政督催〔2024〕1号");

        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-09T09:00:00+08:00").toInstant());

        assertThat(pages.get(city.officer(), "/slips").text()).contains("政督催〔2024〕1号");
        Page refused = changed.submit("#prefixes", Map.of("kind", "REMINDER", "prefix", "催", "fromYear", "2024"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-fromYear")).contains("请从下一年起调整");
        assertThat(refused.submit("#prefixes", Map.of("prefix", "督办", "fromYear", "2025"))
                        .text("#error-prefix"))
                .contains("另一文种");
        assertThat(refused.submit("#prefixes", Map.of("fromYear", "2025")).text("main"))
                .contains("2025 年起，催办：催");
    }

    @Test
    void unitsReadTheLimitsAndOnlyTheChiefChangesThem() {
        assertThat(pages.get(city.leader(0), "/rules/limits").select("main form"))
                .isEmpty();
        assertThat(pages.post(city.officer(), "/rules/limits", Map.of()).getStatus())
                .isEqualTo(403);
        assertThat(rest.get(city.liaison(0), "/government-rules")
                        .getBody()
                        .at("/items/0/value")
                        .asInt())
                .isEqualTo(5);
        assertThat(rest.put(city.officer(), "/government-rules/REPORT_DUE", Map.of("value", 6))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(rest.put(city.chief(), "/government-rules/REPORT_DUE", Map.of("value", 6))
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(rest.put(city.chief(), "/number-prefixes/CIRCULAR", Map.of("prefix", "=1+1"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }
}
