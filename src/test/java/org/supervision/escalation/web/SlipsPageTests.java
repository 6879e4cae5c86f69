package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.ManualReminders;
import org.supervision.keytask.KeyTasks;

/** Who sees which slip in the portal. */
@ApplicationTest
class SlipsPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private ManualReminders reminders;

    @Autowired
    private KeyTasks keyTasks;

    private TestCity city;
    private String slip;

    @BeforeEach
    void oneReportIsLate() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-09T09:00:00+08:00").toInstant());
        slip = newest();
    }

    @Test
    void theOfficeAndTheLateUnitReadItUnderItsNumber() {
        assertThat(pages.get(city.officer(), "/slips?open=true").select("tbody").text())
                .contains("督催〔2024〕1号")
                .contains("市一局");
        assertThat(pages.get(city.liaison(0), slip).text()).contains("督催〔2024〕1号");
    }

    @Test
    void saysToWhomItGoesWhatWasDueWhatIsRequiredAndUntilWhen() {
        assertThat(pages.get(city.officer(), slip).select(".paper p").eachText())
                .containsSequence(
                        "市一局（单位负责人、联络员）：",
                        "贵单位牵头的第 1 项重点任务“建成第1号公园”，2024年第一季度进展报告应于 2024年4月8日 18:00 前报送，到本件签发时未报送。",
                        "要求：由联络员填写报告，单位负责人审核后送督查室。",
                        "期限：收到本件即报送。本轮于 2024年4月22日 18:00 关闭，到时仍未报送的，公布时列为“未报送”。")
                .contains("抄送：分管市领导秘书");
    }

    @Test
    void namesTheCopiesThatTheRungNames() {
        time.to(OffsetDateTime.parse("2024-04-15T09:00:00+08:00").toInstant());
        assertThat(copies(newest())).isEqualTo("抄送：分管市领导秘书、单位主要领导");
        assertThat(copies("/slips/" + draft("SUPERVISION_ORDER"))).isEqualTo("抄送：分管市领导秘书、单位主要领导");

        String byHand = cities.as(city.officer(), () -> reminders.remind(city.code() + "-2024-q1-1"));
        assertThat(copies("/slips/" + byHand)).as("no rung").isEmpty();

        keyTasks.setImportant(city.code() + "-2024-1", true);
        assertThat(copies(slip)).as("as it was issued").isEqualTo("抄送：分管市领导秘书");
    }

    @Test
    void addressesTheReminderOfALateOfficeReviewToTheOffice() {
        String cycle = city.code() + "-2024-q1-1";
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
        time.to(OffsetDateTime.parse("2024-04-12T09:00:00+08:00").toInstant());
        assertThat(pages.get(city.officer(), newest()).select(".paper-to").text())
                .startsWith("市一局");
        assertThat(copies(newest())).as("none at the first rung").isEmpty();
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        time.to(OffsetDateTime.parse("2024-04-18T09:00:00+08:00").toInstant());

        assertThat(pages.get(city.officer(), newest()).select(".paper-to").text())
                .endsWith("督查室（督查员）：");
        assertThat(copies(newest())).isEmpty();
    }

    private String copies(String address) {
        return pages.get(city.officer(), address).select(".paper-copy").text();
    }

    @Test
    void doesNotCallAReturnedReportNotReported() {
        String cycle = city.code() + "-2024-q1-1";
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        time.to(OffsetDateTime.parse("2024-04-12T09:00:00+08:00").toInstant());

        assertThat(pages.get(city.officer(), newest()).select(".paper").text())
                .contains("催促重报", "2024年4月11日 18:00 前重报", "收到本件即重报", "已报送、未通过审核")
                .doesNotContain("未报送。");
    }

    @Test
    void draftsThatEndedAreListedWithTheirReasonForThoseWhoSeeTheWholeGovernment() {
        time.to(OffsetDateTime.parse("2024-04-22T09:00:00+08:00").toInstant());
        String interview = draft("INTERVIEW");
        cities.complete(city.officer(), draft("SUPERVISION_ORDER"), "order-signature", Map.of("decision", "DISCARD"));
        assertThat(pages.get(city.mayor(), "/slips").select("tbody").text()).doesNotContain("约谈");
        cities.complete(city.mayor(), interview, "interview-decision", Map.of("decision", "DECLINE"));

        Document ended = pages.get(city.officer(), "/slips?open=false");
        assertThat(ended.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("约谈", "草稿", "没有签发", "市领导决定不约谈"))
                .anySatisfy(row -> assertThat(row).contains("督办单", "草稿", "没有签发", "未签发"));
        assertThat(pages.get(city.mayor(), "/slips").select("tbody tr")).hasSize(4);
        assertThat(pages.get(city.officer(), "/slips/" + interview)
                        .select(".notice")
                        .text())
                .contains("市领导决定不约谈");
        JsonNode rows = rest.get(city.officer(), "/slips?open=false").getBody().at("/items");
        assertThat(rows).extracting(row -> row.at("/endedBecause").asText()).containsExactly("DISCARDED", "DISCARDED");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.at("/draft").asBoolean()).isTrue());

        for (String person : List.of(city.liaison(0), city.leader(0))) {
            assertThat(pages.get(person, "/slips?open=false").select("tbody tr"))
                    .isEmpty();
            assertThat(pages.get(person, "/slips").select("tbody tr")).hasSize(2);
            assertThat(pages.status(person, "/slips/" + interview)).isEqualTo(404);
        }
    }

    private String draft(String kind) {
        return rest.get(city.officer(), "/slips?draft=true&kind=" + kind)
                .getBody()
                .at("/items/0/id")
                .asText();
    }

    @Test
    void anotherUnitDoesNotLearnThatItExists() {
        assertThat(pages.get(city.liaison(1), "/slips").select("tbody tr")).isEmpty();
        assertThat(pages.status(city.liaison(1), slip)).isEqualTo(404);
    }

    @Test
    void administratorsReadNone() {
        assertThat(pages.status("sysadmin", "/slips")).isEqualTo(403);
    }

    private String newest() {
        return pages.get(city.officer(), "/slips").select("tbody a.slip").attr("href");
    }
}
