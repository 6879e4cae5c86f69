package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The trail as a page: acts in words, values for the chief only. */
@ApplicationTest
class AuditPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    private TestCity city;

    @BeforeEach
    void letTheChiefEnterAUnit() {
        city = cities.create();
        pages.post(city.chief(), "/units", Map.of("name", "市四局"));
    }

    @Test
    void theChiefReadsWhoDidWhatWithTheValues() {
        Document page = pages.get(city.chief(), "/audit?actor={actor}", city.chief());

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains(city.chief(), "新增单位", city.code() + "-u004");
        assertThat(page.select("tbody ins").text()).isEqualTo("市四局");
    }

    @Test
    void theAuditorReadsTheSameWithoutTexts() {
        Document page = pages.get("auditor", "/audit?actor={actor}", city.chief());

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("新增单位", "名称").doesNotContain("市四局");
    }

    @Test
    void nobodyElseOpensIt() {
        for (String username : new String[] {city.officer(), city.mayor(), city.leader(0), "sysadmin", "secadmin"}) {
            assertThat(pages.status(username, "/audit")).as(username).isEqualTo(403);
        }
    }

    @Test
    void theObjectOfAnEntryLeadsToItsHistory() {
        String unit = city.code() + "-u001";
        Document page = pages.get(city.chief(), "/audit?objectId={unit}", unit);

        assertThat(pages.get(city.chief(), page.select("tbody a").attr("href")).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void fieldsAndStatesAreNamedInTheReadersWords() {
        cities.keyTask(city, 1);
        String round = cities.openFirstQuarter(city);
        cities.complete(
                city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "BEHIND", "progress", "选址未定。"));

        String chief = pages.get(city.chief(), "/audit?objectId={cycle}", round + "-1")
                .select("tbody")
                .text();
        String english = pages.get(city.chief(), "/audit?lang=en&objectId={cycle}", round + "-1")
                .select("tbody")
                .text();
        String auditor = pages.get("auditor", "/audit?objectId={cycle}", round + "-1")
                .select("tbody")
                .text();

        assertThat(chief).contains("状态 联络员填报 单位负责人审核", "结论 滞后", "进展 选址未定。").doesNotContain("DRAFTING", "BEHIND");
        assertThat(english).contains("State drafting unit review", "Verdict behind");
        assertThat(auditor).contains("状态", "结论", "进展", "、").doesNotContain("选址", "滞后", "state");
    }
}
