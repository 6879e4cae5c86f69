package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** A cycle's page tells everything that happened to whoever may know it. */
@ApplicationTest
class CycleControllerTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aSharedCycleIsReturnedLateAndReportedAgain() {
        time.to(at("2024-04-01T09:00"));
        city = cities.create();
        cities.keyTask(city, 1, 1, 2);
        cycle = cities.as(
                        city.officer(),
                        () -> planning.plan(
                                city.code(),
                                new PlannedRound(
                                        new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)))
                + "-1";
        time.to(at("2024-04-01T09:01"));
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "移交用地。"));
        time.to(at("2024-04-09T09:00"));
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "BEHIND", "progress", "完成选址。"));
        time.to(at("2024-04-10T09:00"));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "BEHIND", "progress", "完成城东选址。"));
    }

    @Test
    void theOfficeReadsVersionsReviewsPartsSlipsAndTheWholeStory() {
        Page page = portal.signIn(city.officer()).open("/cycles/" + cycle);

        assertThat(page.content().select(".card h2").eachText()).contains("第 2 版", "第 1 版", "配合单位部分", "本项督办件");
        assertThat(page.text(".difference ins")).isEqualTo("城东");
        assertThat(page.text("main")).contains("移交用地。", "未报", "写明地点");
        assertThat(page.text(".slip-ended")).contains("督催〔2024〕1号");
        assertThat(page.content().select(".timeline li").eachText())
                .hasSize(9)
                .first()
                .asString()
                .contains("提交第 2 版");
        assertThat(page.text(".segments")).contains("配合单位 2", "联络员 3", "单位负责人 1");
        assertThat(page.content().select(".diagram-canvas").attr("data-tokens"))
                .contains("UserTask_ReviewByUnitLeader");
        assertThat(page.content().select("a[href^=/work-items/]")).isEmpty();
    }

    @Test
    void whoeverIsToActFindsTheButton() {
        Page page = portal.signIn(city.leader(0)).open("/cycles/" + cycle);

        assertThat(page.follow("a.button-primary[href^=/work-items/]").status()).isEqualTo(200);
    }

    @Test
    void aPartnersLiaisonReadsTheOwnPartOnly() {
        Page page = portal.signIn(city.liaison(1)).open("/cycles/" + cycle);

        assertThat(page.text("main")).contains("移交用地。").doesNotContain("完成城东选址。", "写明地点", "督催");
        assertThat(page.content().select(".timeline li")).hasSize(2);
    }

    @Test
    void doesNotExistForOthers() {
        assertThat(portal.signIn(cities.create().officer())
                        .open("/cycles/" + cycle)
                        .status())
                .isEqualTo(404);
        assertThat(portal.signIn("secadmin").open("/cycles/" + cycle).status()).isEqualTo(403);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
