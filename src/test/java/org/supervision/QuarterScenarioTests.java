package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.workflow.Caller;

/**
 * One quarter of one city on its real plan, as its people live it, over REST: the steps are in the order of the quarter
 * and each goes on where the one before ended.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QuarterScenarioTests {

    private static final String CITY = "anqing";
    private static final String ROUND = "anqing-2024-q1";
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @LocalServerPort
    private int port;

    private String reported;
    private List<String> late;

    @BeforeAll
    void theCityJoins() {
        at("2024-04-01T08:00");
        assertThat(as("sysadmin")
                        .post("/api/v1/governments", Map.of("code", CITY, "name", "安庆市"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    @Order(1)
    void theOfficeLoadsThePlanAndSaysWhatTheGroupStandsFor() throws IOException {
        JsonNode table = upload(as("anqing-officer"), shared("seeds", "000_cacab7250d753600.txt"));
        assertThat(table.get("layout").asText()).isEqualTo("PLAN_GRID");
        assertThat(table.get("rowCount").asInt()).isEqualTo(17);
        JsonNode group = StreamSupport.stream(table.get("problems").spliterator(), false)
                .filter(problem -> problem.get("code").asText().equals("unit-group"))
                .findFirst()
                .orElseThrow();
        assertThat(group.get("severity").asText()).isEqualTo("QUESTION");

        String address = "/api/v1/imports/" + table.get("id").asText();
        int row = group.get("row").asInt();
        String text = StreamSupport.stream(
                        get("anqing-officer", address + "/rows").get("items").spliterator(), false)
                .filter(candidate -> candidate.get("row").asInt() == row)
                .map(candidate -> candidate.get("supportingUnits").get(0).asText())
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answered = as("anqing-officer")
                .send("PATCH", address + "/rows/" + row, Map.of("unitGroups", Map.of(text, List.of("山前县政府", "河湾区政府"))));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        HttpResponse<String> confirmed =
                as("anqing-officer").post(address + "/confirmation", Map.of("acceptNewUnits", true));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(Caller.read(confirmed).get("created").asInt()).isEqualTo(17);
        assertThat(total("anqing-officer", "/api/v1/key-tasks?year=2024")).isEqualTo(17);
    }

    @Test
    @Order(2)
    void openingTheRoundTwiceMakesSeventeenCyclesAndAsksPartnersInEight() {
        HttpResponse<String> planned = as("anqing-officer")
                .post("/api/v1/rounds", Map.of("year", 2024, "quarter", 1, "opensOn", "2024-04-01"));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);

        assertThat(open()).isEqualTo(17);
        assertThat(open()).isEqualTo(17);
        at("2024-04-01T09:00");

        assertThat(total("anqing-officer", "/api/v1/cycles?round=" + ROUND)).isEqualTo(17);
        assertThat(total("anqing-officer", "/api/v1/cycles?round=" + ROUND + "&state=PARTNER_INPUT"))
                .isEqualTo(8);
    }

    @Test
    @Order(3)
    void oneCycleIsReturnedTwiceAndApproved() {
        reported = drafting().get(0);
        String lead = leadOf(reported);
        complete(lead + "-liaison", reported, Map.of("verdict", "ON_SCHEDULE", "progress", "建立培育库。"));
        complete(lead + "-leader", reported, Map.of("decision", "RETURN", "comment", "补充数量"));
        assertThat(cycle(reported).get("returned").asBoolean()).isTrue();
        complete(lead + "-liaison", reported, Map.of("verdict", "ON_SCHEDULE", "progress", "建立培育库，入库60家。"));
        complete(lead + "-leader", reported, APPROVE);
        complete(
                "anqing-officer",
                reported,
                Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附名单"));
        complete(lead + "-liaison", reported, Map.of("verdict", "ON_SCHEDULE", "progress", "建立培育库，入库60家，名单已附。"));
        complete(lead + "-leader", reported, APPROVE);
        complete("anqing-officer", reported, Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));

        JsonNode detail = get("anqing-officer", "/api/v1/cycles/" + reported);
        assertThat(detail.get("cycle").get("outcome").asText()).isEqualTo("APPROVED");
        assertThat(detail.get("reports")).hasSize(3);
    }

    @Test
    @Order(4)
    void theOthersReportExceptThreeWhichBecomeOverdueAndShowUpInCockpit() {
        late = new ArrayList<>(drafting().subList(0, 3));
        at("2024-04-03T18:00");
        for (String cycleId : drafting()) {
            if (!late.contains(cycleId)) {
                String lead = leadOf(cycleId);
                complete(lead + "-liaison", cycleId, Map.of("verdict", "ON_SCHEDULE", "progress", "按计划推进第一季度工作。"));
                complete(lead + "-leader", cycleId, APPROVE);
                complete("anqing-officer", cycleId, Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
            }
        }
        at("2024-04-09T09:00");

        assertThat(total("anqing-officer", "/api/v1/cycles?round=" + ROUND + "&overdue=true"))
                .isEqualTo(3);
        assertThat(total("anqing-officer", "/api/v1/slips?round=" + ROUND + "&open=true"))
                .isEqualTo(3);
        assertThat(escalationsInCockpit()).containsExactlyInAnyOrderElementsOf(late);
    }

    @Test
    @Order(5)
    void theEscalationOfOneEndsWhenItReports() {
        String now = late.remove(0);
        String lead = leadOf(now);
        complete(lead + "-liaison", now, Map.of("verdict", "BEHIND", "progress", "完成方案编制。"));
        complete(lead + "-leader", now, APPROVE);
        complete("anqing-officer", now, Map.of("decision", "APPROVE", "verdict", "BEHIND"));
        at("2024-04-09T10:00");

        assertThat(escalationsInCockpit()).containsExactlyInAnyOrderElementsOf(late);
        JsonNode slip =
                get("anqing-officer", "/api/v1/cycles/" + now).get("slips").get(0);
        assertThat(slip.get("endedBecause").asText()).isEqualTo("REPORT_SUBMITTED");
    }

    @Test
    @Order(6)
    void theRoundIsPublishedWithTheOtherTwoAsNotReported() {
        assertThat(as("anqing-officer")
                        .post("/api/v1/rounds/" + ROUND + "/closing", Map.of())
                        .statusCode())
                .isEqualTo(200);
        at("2024-04-09T11:00");
        assertThat(Caller.anonymous(port).get("/public/" + ROUND + ".json").statusCode())
                .isEqualTo(404);
        assertThat(as("anqing-officer")
                        .post("/api/v1/rounds/" + ROUND + "/publication", Map.of())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> published = as("anqing-chief").post("/api/v1/rounds/" + ROUND + "/publication", Map.of());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);

        HttpResponse<String> page = Caller.anonymous(port).get("/public/" + ROUND + ".html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Caller.anonymous(port).get("/public/" + ROUND + ".xlsx").statusCode())
                .isEqualTo(200);
        JsonNode rows = Caller.read(Caller.anonymous(port).get("/public/" + ROUND + ".json"))
                .get("keyTasks");
        assertThat(StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.get("outcome").asText().equals("NOT_REPORTED"))
                        .map(row -> ROUND + "-" + row.get("number").asInt()))
                .containsExactlyInAnyOrderElementsOf(late);
        assertThat(escalationsInCockpit()).isEmpty();
    }

    private int open() {
        HttpResponse<String> opened = as("anqing-officer").post("/api/v1/rounds/" + ROUND + "/opening", Map.of());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return Caller.read(opened).get("cycleCount").asInt();
    }

    /** Ids of cycles whose lead unit drafts, by number. */
    private List<String> drafting() {
        return StreamSupport.stream(
                        get("anqing-officer", "/api/v1/cycles?size=100&state=DRAFTING&round=" + ROUND)
                                .get("items")
                                .spliterator(),
                        false)
                .map(cycle -> cycle.get("id").asText())
                .toList();
    }

    private String leadOf(String cycleId) {
        return cycle(cycleId).get("leadUnit").asText();
    }

    private JsonNode cycle(String cycleId) {
        return get("anqing-officer", "/api/v1/cycles/" + cycleId).get("cycle");
    }

    /** Business keys of the running escalations, as Cockpit's own endpoint tells a signed-in officer. */
    private List<String> escalationsInCockpit() {
        JsonNode instances = Caller.read(Caller.signedIn(port, "anqing-officer", "demo")
                .get("/camunda/api/engine/engine/default/process-instance?processDefinitionKey=overdue-escalation"));
        return StreamSupport.stream(instances.spliterator(), false)
                .map(instance -> instance.get("businessKey").asText())
                .toList();
    }

    private void complete(String username, String cycleId, Map<String, Object> values) {
        JsonNode items = get(username, "/api/v1/work-items?size=100").get("items");
        String id = StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("cycleId").asText().equals(cycleId))
                .map(item -> item.get("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(username + " has no work item at " + cycleId + ": " + items));
        HttpResponse<String> answer = as(username)
                .post(
                        "/api/v1/work-items/" + id + "/completion",
                        Map.of("values", values, "warningAnswers", List.of(Map.of("code", "", "answer", "已核对。"))));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private int total(String username, String path) {
        return get(username, path).get("total").asInt();
    }

    private JsonNode get(String username, String path) {
        HttpResponse<String> answer = as(username).get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return Caller.read(answer);
    }

    private void at(String local) {
        HttpResponse<String> set = as("sysadmin").post("/api/v1/demo/clock", Map.of("now", local + ":00+08:00"));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    private Caller as(String username) {
        return Caller.basic(port, username, "demo");
    }

    private static JsonNode upload(Caller officer, Path file) throws IOException {
        String boundary = "----boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(Files.readAllBytes(file));
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = officer.exchange(officer.request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.read(answer);
    }

    private static Path shared(String folder, String file) {
        Path path = Path.of(System.getProperty("supervision.shared", "../shared"), folder, file);
        assertThat(path)
                .as("the checked documents; -Dsupervision.shared names their folder")
                .exists();
        return path;
    }
}
