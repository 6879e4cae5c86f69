package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.tables.read.SharedDocuments;

/** Imports over HTTP, as the contract has them. */
@ApplicationTest
class ImportsRestTests {

    private static final String RESULTS = "2031年一季度重点工作完成情况\n序号\t目标任务\t责任单位\t工作进展\n";

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    private String city;
    private String officer;

    @BeforeEach
    void anEmptyGovernment() {
        city = "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        officer = city + "-officer";
        assertThat(rest.post("sysadmin", "/governments", Map.of("code", city, "name", "接口市"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void aRealDocumentGoesFromUploadToConfirmation() {
        Resource file = new FileSystemResource(SharedDocuments.find("ledgers/anqing-2024.xlsx"));

        ResponseEntity<JsonNode> upload = rest.upload(officer, "/imports", file, Map.of());

        assertThat(upload.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        JsonNode draft = body(upload);
        String id = draft.at("/id").asText();
        assertThat(upload.getHeaders().getLocation()).hasPath("/api/v1/imports/" + id);
        assertThat(draft.at("/layout").asText()).isEqualTo("PLAN_GRID");
        assertThat(draft.at("/year").asInt()).isEqualTo(2024);
        assertThat(draft.at("/rowCount").asInt()).isEqualTo(17);
        assertThat(draft.at("/newUnits")).hasSizeGreaterThan(5).allMatch(JsonNode::isTextual);
        assertThat(draft.at("/problems")).anySatisfy(problem -> {
            assertThat(problem.at("/row").asInt()).isEqualTo(10);
            assertThat(problem.at("/field").asText()).isEqualTo("supportingUnits");
            assertThat(problem.at("/severity").asText()).isEqualTo("QUESTION");
            assertThat(problem.at("/code").asText()).isEqualTo("unit-group");
            assertThat(problem.at("/message").asText()).isEqualTo("“相关县(市、区)政府”指多个单位，请说明是哪些单位");
            assertThat(problem.at("/source").asText()).contains("相关县(市、区)政府");
        });

        JsonNode rows = body(rest.get(officer, "/imports/{id}/rows?page=1&size=5", id));
        assertThat(rows.at("/total").asInt()).isEqualTo(17);
        assertThat(rows.at("/page").asInt()).isEqualTo(1);
        assertThat(rows.at("/items"))
                .extracting(row -> row.at("/number").asInt())
                .containsExactly(6, 7, 8, 9, 10);
        JsonNode row = rows.at("/items/4");
        assertThat(row.at("/action").asText()).isEqualTo("CREATE");
        assertThat(row.at("/quarters")).hasSize(4);
        assertThat(row.at("/quarters/0/actionSteps").isArray()).isTrue();
        assertThat(row.at("/problems")).isNotEmpty();

        ResponseEntity<JsonNode> corrected = rest.patch(
                officer,
                "/imports/{id}/rows/10",
                Map.of("unitGroups", Map.of("相关县(市、区)政府", List.of("怀宁县政府", "桐城市政府"))),
                id);
        assertThat(corrected.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(corrected).at("/problems").toString()).doesNotContain("unit-group");
        assertThat(body(corrected).at("/sourceCells/0/position").asText()).isNotEmpty();

        ResponseEntity<JsonNode> refused = rest.post(officer, "/imports/{id}/confirmation", Map.of(), id);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(body(refused).at("/errors").toString()).contains("怀宁县政府", "市财政局");

        assertThat(confirm(id)).isEqualTo(Map.of("created", 17, "merged", 0, "unchanged", 0, "skipped", 0));
        assertThat(confirm(id)).isEqualTo(Map.of("created", 0, "merged", 0, "unchanged", 17, "skipped", 0));
        JsonNode keyTask = body(rest.get(officer, "/key-tasks/{id}", city + "-2024-10"));
        assertThat(keyTask.at("/supportingUnits/0/units")).hasSize(2);
        JsonNode list = body(rest.get(city + "-chief", "/imports"));
        assertThat(list.at("/items/0/id").asText()).isEqualTo(id);
        assertThat(list.at("/items/0/state").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void theOriginalCanBeFetchedAgain() {
        String id = upload(RESULTS + "1\t修建两座水库\t市水利局\t已开工");

        ResponseEntity<byte[]> file =
                http.withBasicAuth(officer, "demo").getForEntity("/api/v1/imports/{id}/file", byte[].class, id);

        assertThat(new String(file.getBody(), StandardCharsets.UTF_8)).startsWith("2031年一季度");
        assertThat(file.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(file.getHeaders().getContentDisposition().getFilename()).isEqualTo("完成情况.txt");
    }

    @Test
    void anErrorKeepsTheImportOutUntilItIsCorrected() {
        String id = upload(RESULTS + "甲\t修建两座水库\t市水利局\t已开工");

        ResponseEntity<JsonNode> refused =
                rest.post(officer, "/imports/{id}/confirmation", Map.of("acceptNewUnits", true), id);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(body(refused).at("/code").asText()).isEqualTo("tables.error.unresolved-errors");
        assertThat(body(refused).at("/errors/0/field").asText()).isEqualTo("rows.1.number");
        assertThat(body(refused).at("/errors/0/message").asText()).isEqualTo("序号“甲”不是 1 到 99999 的整数，请在该行改成整数");

        JsonNode row = body(rest.get(officer, "/imports/{id}/rows/1", id));
        Map<String, Object> whole =
                new java.util.HashMap<>(new com.fasterxml.jackson.databind.ObjectMapper().convertValue(row, Map.class));
        whole.put("number", 5);
        assertThat(body(rest.patch(officer, "/imports/{id}/rows/1", whole, id)).at("/problems"))
                .isEmpty();
        assertThat(confirm(id)).containsEntry("created", 1);
    }

    @Test
    void aSkippedRowIsLeftOut() {
        String id = upload(RESULTS + "1\t修建两座水库\t市水利局\t已开工\n2\t种树\t市林业局\t完成");

        assertThat(body(rest.patch(officer, "/imports/{id}/rows/2", Map.of("action", "SKIP"), id))
                        .at("/action")
                        .asText())
                .isEqualTo("SKIP");

        assertThat(body(rest.get(officer, "/imports/{id}/rows?action=SKIP", id))
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(confirm(id)).containsEntry("created", 1).containsEntry("skipped", 1);
    }

    @Test
    void aRowOfAnotherDocumentIsLeftOutUntilItIsSaidToBeTheSameKeyTask() {
        confirm(upload(RESULTS + "1\t修建两座水库\t市水利局\t已开工\n2\t种树百亩\t市林业局\t完成"));
        String id = upload(RESULTS + "1\t新增三家上市公司\t市水利局\t完成\n2\t引进人才若干\t市林业局\t完成");

        JsonNode row = body(rest.get(officer, "/imports/{id}/rows/1", id));
        assertThat(row.at("/action").asText()).isEqualTo("SKIP");
        assertThat(row.at("/problems/0/code").asText()).isEqualTo("goal-differs");
        Map<String, Object> whole = new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(row, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        assertThat(body(rest.patch(officer, "/imports/{id}/rows/1", whole, id)))
                .as("sent back as it came")
                .isEqualTo(row);
        assertThat(action(rest.patch(officer, "/imports/{id}/rows/1", Map.of("action", "MERGE"), id)))
                .isEqualTo("MERGE");

        JsonNode all = body(rest.patch(officer, "/imports/{id}", Map.of("differingRows", "SKIP"), id));
        assertThat(all.at("/actions/SKIP").asInt()).isEqualTo(2);
        assertThat(action(rest.patch(officer, "/imports/{id}/rows/2", Map.of("action", "MERGE"), id)))
                .isEqualTo("MERGE");
        assertThat(rest.patch(officer, "/imports/{id}", Map.of("differingRows", "CREATE"), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(confirm(id)).isEqualTo(Map.of("created", 0, "merged", 1, "unchanged", 0, "skipped", 1));
    }

    private static String action(ResponseEntity<JsonNode> row) {
        return body(row).at("/action").asText();
    }

    @Test
    void messagesComeInTheLanguageOfTheCaller() {
        HttpHeaders english = new HttpHeaders();
        english.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
        String id = upload(RESULTS + "甲\t修建两座水库\t市水利局\t已开工");

        JsonNode draft = http.withBasicAuth(officer, "demo")
                .exchange("/api/v1/imports/{id}", HttpMethod.GET, new HttpEntity<>(english), JsonNode.class, id)
                .getBody();

        assertThat(draft.at("/problems/0/message").asText())
                .isEqualTo("“甲” is not a whole number from 1 to 99999; please change it in its row");
        assertThat(draft.at("/problems/0/position").asText()).isEqualTo("line 3");
    }

    @Test
    void aRefusedFileIsAnsweredWithItsReasonAndLeavesNothing() {
        ResponseEntity<JsonNode> refused =
                rest.upload(officer, "/imports", named("x.bin", new byte[] {1, 2, 3, 4, 0, 0}), Map.of());

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(body(refused).at("/code").asText()).isEqualTo("tables.refusal.unknown-format");
        assertThat(body(refused).at("/detail").asText()).contains(".xlsx");
        assertThat(body(rest.get(officer, "/imports")).at("/total").asInt()).isZero();
    }

    @Test
    void aFileUnderAWrongNameIsRefusedWithTheRightOne() {
        ResponseEntity<JsonNode> refused =
                rest.upload(officer, "/imports", named("a.xlsx", RESULTS.getBytes(StandardCharsets.UTF_8)), Map.of());

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(body(refused).at("/code").asText()).isEqualTo("tables.refusal.wrong-name");
        assertThat(body(refused).at("/detail").asText()).contains(".xlsx", ".txt");
        assertThat(body(rest.get(officer, "/imports")).at("/total").asInt()).isZero();
    }

    @Test
    void anUploadWithoutFileOrWithAnImpossibleQuarterIsRefused() {
        ResponseEntity<JsonNode> quarter = rest.upload(
                officer, "/imports", named("a.txt", RESULTS.getBytes(StandardCharsets.UTF_8)), Map.of("quarter", "5"));

        assertThat(quarter.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(body(quarter).at("/errors/0/field").asText()).isEqualTo("quarter");
    }

    @Test
    void anUploadOverTwentyMegabytesIsCutOff() {
        ResponseEntity<JsonNode> refused =
                rest.upload(officer, "/imports", named("a.txt", new byte[20 * 1024 * 1024 + 1]), Map.of());

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(body(refused).at("/detail").asText()).contains("20 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{city}-mayor", "{city}-u001-liaison", "{city}-u001-leader", "sysadmin", "auditor"})
    void othersThanTheOfficeAreTurnedAway(String username) {
        String id = upload(RESULTS + "1\t修建两座水库\t市水利局\t已开工");
        confirm(id);
        String person = username.replace("{city}", city);

        assertThat(rest.get(person, "/imports/{id}", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.upload(person, "/imports", named("a.txt", new byte[1]), Map.of())
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void theImportOfAnotherGovernmentDoesNotExist() {
        String id = upload(RESULTS + "1\t修建两座水库\t市水利局\t已开工");
        String other = "o" + city.substring(1);
        rest.post("sysadmin", "/governments", Map.of("code", other, "name", "别的市"));
        String stranger = other + "-chief";

        assertThat(List.of(
                        rest.get(stranger, "/imports/{id}", id),
                        rest.get(stranger, "/imports/{id}/rows", id),
                        rest.get(stranger, "/imports/{id}/file", id),
                        rest.patch(stranger, "/imports/{id}/rows/1", Map.of("goal", "x"), id),
                        rest.post(stranger, "/imports/{id}/confirmation", Map.of("acceptNewUnits", true), id),
                        rest.delete(stranger, "/imports/{id}", id)))
                .extracting(ResponseEntity::getStatusCode)
                .containsOnly(HttpStatus.NOT_FOUND);
        assertThat(body(rest.get(stranger, "/imports")).at("/total").asInt()).isZero();
    }

    @Test
    void theQuarterCanBeSaidAfterwardsAndADraftGivenUp() {
        String id = upload("重点工作完成情况\n" + RESULTS.lines().skip(1).findFirst().orElseThrow() + "\n1\t修建两座水库\t市水利局\t已开工");

        JsonNode said = body(rest.patch(officer, "/imports/{id}", Map.of("year", 2031, "quarter", 2), id));
        assertThat(said.at("/quarter").asInt()).isEqualTo(2);
        assertThat(StreamSupport.stream(said.at("/problems").spliterator(), false))
                .isEmpty();

        assertThat(rest.delete(officer, "/imports/{id}", id).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(rest.post(officer, "/imports/{id}/confirmation", Map.of(), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private String upload(String text) {
        ResponseEntity<JsonNode> upload =
                rest.upload(officer, "/imports", named("完成情况.txt", text.getBytes(StandardCharsets.UTF_8)), Map.of());
        assertThat(upload.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        return body(upload).at("/id").asText();
    }

    private Map<String, Object> confirm(String id) {
        ResponseEntity<JsonNode> confirmation =
                rest.post(officer, "/imports/{id}/confirmation", Map.of("acceptNewUnits", true), id);
        assertThat(confirmation.getStatusCode()).isEqualTo(HttpStatus.OK);
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(body(confirmation), new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getBody()).isNotNull();
        return answer.getBody();
    }

    private static Resource named(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
