package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.PastResult;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Quarter;
import org.supervision.tables.Confirmation;
import org.supervision.tables.ImportDesk;

/** A plan that was changed on request is published as adjusted, and the published table says the same when it is read. */
class PublishedAdjustmentsTests extends ChangeRequestScenario {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ImportDesk desk;

    private String round;

    @BeforeEach
    void aPlanWasChangedOnRequest() {
        to("2024-03-25T09:00");
        city = cities.create();
        cities.keyTask(city, 1, 1);
        cities.keyTask(city, 2);
        round = city.code() + "-2024-q1";
        String goal = cities.as(
                city.leader(0), () -> requests.askPlanChange(keyTask(1).id(), ChangedField.GOAL, "建成口袋公园", "选址变更"));
        grant(city.officer(), goal);
        grant(city.chief(), goal);
        String lead = cities.as(
                city.leader(0),
                () -> requests.askLeadChange(keyTask(1).id(), city.units().get(2), "职责调整"));
        decide(city.officer(), lead, "change-opinion", "GRANT", null);
        grant(city.mayor(), lead);
    }

    @Test
    void saysWhatStoodThereBeforeWhyAndWhoApproved() {
        openFirstQuarter(day("2024-05-31"));
        cities.complete(city.liaison(0), round + "-2", "progress-report", REPORT);
        cities.complete(city.leader(0), round + "-2", "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), round + "-2", "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
        cities.complete(city.officer(), round, "round-closing", Map.of());
        to("2024-04-10T09:00");
        cities.complete(city.officer(), round, "secrecy-check", Map.of("confirmed", true));
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "SIGN", "confirmed", true));

        JsonNode task =
                http.getForObject("/public/" + round + ".json", JsonNode.class).at("/keyTasks/0");
        assertThat(task.at("/goal").asText()).isEqualTo("建成口袋公园");
        assertThat(task.at("/adjustments").findValuesAsText("field")).containsExactly("GOAL", "LEAD_UNIT");
        assertThat(task.at("/adjustments").findValuesAsText("before")).containsExactly("建成第1号公园", "市一局");
        assertThat(task.at("/adjustments").findValuesAsText("after")).containsExactly("建成口袋公园", "市三局");
        assertThat(task.at("/adjustments/0/approvedOn").asText()).isEqualTo("2024-03-25");

        Document page = Jsoup.parse(http.getForObject("/public/" + round + ".html", String.class));
        assertThat(page.select("thead th").eachText()).endsWith("督查室结论", "计划调整");
        assertThat(page.select("tbody tr").first().text())
                .contains("已调整目标任务，原为“建成第1号公园”，现为“建成口袋公园”，理由：选址变更")
                .contains("已调整牵头单位，原为“市一局”，现为“市三局”");
        assertThat(page.select("tbody tr").get(1).text()).doesNotContain("已调整");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "html"})
    void isReadAgainWithoutADifference(String format) {
        to("2024-04-10T09:00");
        planning.recordPast(
                city.code(),
                new Quarter(2024, 1),
                List.of(
                        new PastResult(
                                keyTask(1).id(),
                                List.of("市二局"),
                                List.of("完成选址。", "已公示。"),
                                Verdict.ON_SCHEDULE,
                                CycleOutcome.APPROVED),
                        new PastResult(keyTask(2).id(), List.of(), List.of(), null, CycleOutcome.NOT_REPORTED)));
        planning.requestSignature(round);
        cities.complete(city.officer(), round, "secrecy-check", Map.of("confirmed", true));
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "SIGN", "confirmed", true));
        byte[] file = http.getForObject("/public/" + round + "." + format, byte[].class);

        Confirmation confirmation = desk.confirm(desk.uploadBytes(city.code(), file, 2024, 1));

        assertThat(confirmation.unchanged()).isEqualTo(2);
        assertThat(List.of(confirmation.created(), confirmation.merged())).containsOnly(0);
    }
}
