package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.OrgUnits;
import org.supervision.workflow.EntriesOnBehalf;
import org.supervision.workflow.EntrySource;

/** Files that back a report: drafted with it, bound to its version, read by whoever reads the version. */
@ApplicationTest
class EvidenceTests {

    private static final Map<String, ?> REPORT = Map.of("verdict", "DONE", "progress", "完成选址，面积3公顷。");

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private PortalPages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CheckSeverities severities;

    @Autowired
    private OrgUnits units;

    @Autowired
    private EntriesOnBehalf entries;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aPartnersPartIsAwaited() {
        city = cities.create();
        cities.keyTask(city, 1, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void filesGoWithTheVersionTheyWereSubmittedWithAndOnToTheNext() throws IOException {
        byte[] paper = SampleFiles.pdf();
        attach(city.liaison(1), "partner-part", "配合.pdf", SampleFiles.pdf());
        submitPart();
        String draft = item(city.liaison(0), "progress-report");
        String kept = id(attach(city.liaison(0), "progress-report", "现场.png", SampleFiles.png(1)));
        String removed = id(attach(city.liaison(0), "progress-report", "总结.docx", SampleFiles.docx()));
        assertThat(rest.delete(city.liaison(0), "/work-items/{id}/attachments/{file}", draft, removed)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        String dropped = id(attach(city.liaison(0), "progress-report", "批文.pdf", paper));

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(names(city.leader(0), 0)).containsExactly("现场.png", "批文.pdf");
        assertThat(detail(city.leader(0)).at("/parts/0/evidence/0/name").asText())
                .isEqualTo("配合.pdf");
        ResponseEntity<byte[]> file = download(city.leader(0), kept);
        assertThat(file.getBody()).isEqualTo(SampleFiles.png(1));
        assertThat(file.getHeaders().getFirst("Content-Type")).isEqualTo("image/png");
        assertThat(file.getHeaders().getFirst("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA.png");

        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "照片要新的。"));
        String again = item(city.liaison(0), "progress-report");
        assertThat(rest.get(city.liaison(0), "/work-items/{id}/attachments", again)
                        .getBody()
                        .at("/items")
                        .findValuesAsText("name"))
                .containsExactly("现场.png", "批文.pdf");
        rest.delete(city.liaison(0), "/work-items/{id}/attachments/{file}", again, dropped);
        attach(city.liaison(0), "progress-report", "新现场.png", SampleFiles.png(2));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(names(city.officer(), 0)).containsExactly("现场.png", "新现场.png");
        assertThat(names(city.officer(), 1)).containsExactly("现场.png", "批文.pdf");
        assertThat(download(city.officer(), dropped).getBody()).isEqualTo(paper);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        assertThat(pages.get(city.officer(), "/work-items/{id}", item(city.officer(), "office-review"))
                        .select(".evidence img[src$=" + kept + "]"))
                .isNotEmpty();
        assertThat(pages.get(city.mayor(), "/cycles/{id}", cycle).text())
                .contains("佐证材料 2 份", "新现场.png", "配合.pdf", "校验");
        assertThat(acts()).containsSubsequence("attach-evidence", "remove-evidence", "submit-report");
    }

    @Test
    void eachContentIsKeptOnceAndGoesWithTheLastFileThatHasIt() throws IOException {
        byte[] picture = SampleFiles.png((int) (System.identityHashCode(city) % 100_000));
        String one = id(attach(city.liaison(1), "partner-part", "一.png", picture));
        String sha256 = sha256(one);
        String part = item(city.liaison(1), "partner-part");
        assertThat(attach(city.liaison(1), "partner-part", "又.png", picture)
                        .getStatusCode()
                        .value())
                .as("there already")
                .isEqualTo(409);
        submitPart();
        String two = id(attach(city.liaison(0), "progress-report", "二.png", picture));
        assertThat(sha256(two)).isEqualTo(sha256);
        assertThat(contents(sha256)).isOne();

        String draft = item(city.liaison(0), "progress-report");
        rest.delete(city.liaison(0), "/work-items/{id}/attachments/{file}", draft, two);
        assertThat(contents(sha256)).as("the part has it still").isOne();
        assertThat(rest.delete(city.liaison(1), "/work-items/{id}/attachments/{file}", part, one)
                        .getStatusCode()
                        .value())
                .as("what is submitted stays")
                .isEqualTo(409);

        byte[] other = SampleFiles.utf8("只有草稿有的内容" + city.code());
        String alone = id(attach(city.liaison(0), "progress-report", "说明.txt", other));
        String sum = sha256(alone);
        rest.delete(city.liaison(0), "/work-items/{id}/attachments/{file}", draft, alone);
        assertThat(contents(sum)).isZero();
    }

    @Test
    void aFileIsReadByWhoReadsTheVersionAndADraftByItsUnitAlone() throws IOException {
        TestCity other = cities.create();
        String part = id(attach(city.liaison(1), "partner-part", "配合.png", SampleFiles.png(3)));
        readBy(part, List.of(city.liaison(1), city.leader(1)), other);
        submitPart();
        readBy(
                part,
                List.of(
                        city.liaison(1),
                        city.leader(1),
                        city.liaison(0),
                        city.leader(0),
                        city.officer(),
                        city.chief(),
                        city.mayor()),
                other);

        String file = id(attach(city.liaison(0), "progress-report", "现场.png", SampleFiles.png(4)));
        readBy(file, List.of(city.liaison(0), city.leader(0)), other);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        readBy(
                file,
                List.of(city.liaison(0), city.leader(0), city.leader(1), city.officer(), city.chief(), city.mayor()),
                other);
    }

    @Test
    void whatIsTakenBackIsADraftAgain() throws IOException {
        submitPart();
        String file = id(attach(city.liaison(0), "progress-report", "现场.png", SampleFiles.png(4)));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(rest.post(city.liaison(0), "/cycles/{id}/undo", Map.of(), cycle)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        readBy(file, List.of(city.liaison(0), city.leader(0)), cities.create());
        assertThat(rest.get(city.liaison(0), "/work-items/{id}/attachments", item(city.liaison(0), "progress-report"))
                        .getBody()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(file);
    }

    @Test
    void filesOfAPartGoWithItToAnotherUnitAndAwayWithIt() throws IOException {
        String file = id(attach(city.liaison(1), "partner-part", "配合.txt", SampleFiles.utf8("配合" + city.code())));
        String sum = sha256(file);

        units.merge(city.units().get(1), city.units().get(2));

        assertThat(rest.get(city.liaison(2), "/work-items/{id}/attachments", item(city.liaison(2), "partner-part"))
                        .getBody()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(file);
        units.merge(city.units().get(2), city.units().get(0));
        assertThat(contents(sum)).as("nobody owes the part any more").isZero();
    }

    /** Others of the government and of another one do not even learn that it is there; administrators see no business. */
    private void readBy(String file, List<String> readers, TestCity other) {
        List<String> people = new ArrayList<>(List.of(city.officer(), city.chief(), city.mayor()));
        for (int unit = 0; unit < 3; unit++) {
            people.addAll(List.of(city.liaison(unit), city.leader(unit)));
        }
        people.addAll(List.of(other.chief(), other.liaison(0)));
        for (String person : people) {
            int expected = readers.contains(person) ? 200 : 404;
            assertThat(download(person, file).getStatusCode().value())
                    .as(person)
                    .isEqualTo(expected);
            assertThat(pages.status(person, "/attachments/{id}", file))
                    .as(person)
                    .isEqualTo(expected);
        }
        for (String administrator : List.of("sysadmin", "secadmin", "auditor")) {
            assertThat(download(administrator, file).getStatusCode().value())
                    .as(administrator)
                    .isEqualTo(403);
        }
        assertThat(http.getForEntity("/api/v1/attachments/{id}", String.class, file)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void onlyWhoDraftsAttachesAndOnlyWhileTheyDo() throws IOException {
        String part = item(city.liaison(1), "partner-part");
        for (String stranger : List.of(city.liaison(0), city.leader(1), city.officer(), city.chief())) {
            assertThat(send(stranger, part, "现场.png", SampleFiles.png(1))
                            .getStatusCode()
                            .value())
                    .as(stranger)
                    .isEqualTo(404);
        }
        String file = id(attach(city.liaison(1), "partner-part", "配合.png", SampleFiles.png(1)));
        submitPart();
        String draft = item(city.liaison(0), "progress-report");
        assertThat(rest.delete(city.liaison(0), "/work-items/{id}/attachments/{file}", draft, file)
                        .getStatusCode()
                        .value())
                .as("a partner's file")
                .isEqualTo(404);
        assertThat(send(city.liaison(1), part, "晚.png", SampleFiles.png(2))
                        .getStatusCode()
                        .value())
                .as("the part is in")
                .isEqualTo(409);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        ResponseEntity<JsonNode> atReview =
                send(city.leader(0), item(city.leader(0), "unit-review"), "现场.png", SampleFiles.png(1));
        assertThat(atReview.getStatusCode().value()).isEqualTo(409);
        assertThat(atReview.getBody().toString()).contains("这一步不附佐证材料");
    }

    @Test
    void hostileFilesAreRefusedWithAWayOutAndLeaveNothing() throws IOException {
        String part = item(city.liaison(1), "partner-part");
        ResponseEntity<JsonNode> disguised =
                send(city.liaison(1), part, "现场.png", SampleFiles.utf8("<svg onload=\"alert(1)\"/>"));
        assertThat(disguised.getStatusCode().value()).isEqualTo(422);
        assertThat(disguised.getBody().at("/errors/0/field").asText()).isEqualTo("file");
        assertThat(disguised.getBody().toString()).contains("“现场.png”的内容与扩展名不符");
        assertThat(send(city.liaison(1), part, "x.png", new byte[0])
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(send(city.liaison(1), part, "大.txt", new byte[EvidencePolicy.LARGEST + 1])
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(rest.post(city.liaison(1), "/work-items/{id}/attachments", Map.of(), part)
                        .getStatusCode()
                        .is4xxClientError())
                .as("no multipart")
                .isTrue();
        MultiValueMap<String, Object> two = new LinkedMultiValueMap<>();
        two.add("file", resource("一.png", SampleFiles.png(1)));
        two.add("file", resource("二.png", SampleFiles.png(2)));
        assertThat(post(city.liaison(1), part, two).getBody().toString()).contains("每次上传一份文件");
        assertThat(rest.get(city.liaison(1), "/work-items/{id}/attachments", part)
                        .getBody()
                        .at("/total")
                        .asInt())
                .isZero();

        String file = id(send(city.liaison(1), part, "../../a\"b;.docx", SampleFiles.docx()));
        ResponseEntity<byte[]> answer = download(city.liaison(1), file);
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("a_b%3B.docx")
                .doesNotContain("..");
        assertThat(answer.getHeaders().get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.getHeaders().get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox");
        assertThat(answer.getHeaders().getCacheControl()).contains("no-store");
    }

    @Test
    void aPdfIsShownByTheBrowserAndLoadsNothing() throws IOException {
        String file = id(attach(city.liaison(1), "partner-part", "批文.pdf", SampleFiles.pdf()));

        ResponseEntity<byte[]> answer = download(city.liaison(1), file);

        assertThat(answer.getHeaders().getFirst("Content-Disposition")).startsWith("inline;");
        assertThat(answer.getHeaders().getFirst("Content-Type")).startsWith("application/pdf");
        assertThat(answer.getHeaders().get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .doesNotContain("sandbox");
    }

    @Test
    void aGovernmentMayAskForEvidenceOfWhatIsSaidToBeDone() throws IOException {
        submitPart();
        cities.as(city.chief(), () -> {
            severities.change(CheckRule.EVIDENCE_MISSING, CheckSeverity.ANSWER, LocalDate.of(2024, 4, 2));
            return null;
        });
        String draft = item(city.liaison(0), "progress-report");
        time.to(Instant.parse("2024-04-02T01:00:00Z"));

        ResponseEntity<JsonNode> refused =
                rest.post(city.liaison(0), "/work-items/{id}/completion", Map.of("values", REPORT), draft);

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody().toString()).contains("reporting.check.EVIDENCE_MISSING", "没有附佐证材料");
        Map<String, ?> behind = Map.of("verdict", "BEHIND", "progress", REPORT.get("progress"));
        assertThat(warnings(draft, behind)).isEmpty();
        assertThat(warnings(draft, REPORT)).containsExactly("reporting.check.EVIDENCE_MISSING");
        attach(city.liaison(0), "progress-report", "现场.png", SampleFiles.png(1));
        assertThat(warnings(draft, REPORT)).isEmpty();
        assertThat(rest.post(city.liaison(0), "/work-items/{id}/completion", Map.of("values", REPORT), draft)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void whatTheOfficeEntersOnBehalfLeavesTheUnitsDraftAlone() throws IOException {
        submitPart();
        String file = id(attach(city.liaison(0), "progress-report", "现场.png", SampleFiles.png(1)));
        String draft = item(city.liaison(0), "progress-report");

        cities.as(city.officer(), () -> {
            entries.complete(draft, REPORT, Map.of(), EntrySource.TELEPHONE);
            return null;
        });

        assertThat(names(city.officer(), 0)).isEmpty();
        assertThat(download(city.officer(), file).getStatusCode().value()).isEqualTo(404);
        assertThat(download(city.liaison(0), file).getStatusCode().value()).isEqualTo(200);
    }

    private List<String> warnings(String draft, Map<String, ?> values) {
        rest.put(city.liaison(0), "/work-items/{id}/draft", Map.of("values", values), draft);
        return rest.get(city.liaison(0), "/work-items/{id}", draft)
                .getBody()
                .at("/warnings")
                .findValuesAsText("code");
    }

    private void submitPart() {
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "已供地3公顷。"));
    }

    private String item(String username, String kind) {
        return cities.as(username, () -> cities.waiting(cycle, kind).id());
    }

    private ResponseEntity<JsonNode> attach(String username, String kind, String name, byte[] content) {
        return send(username, item(username, kind), name, content);
    }

    private ResponseEntity<JsonNode> send(String username, String workItem, String name, byte[] content) {
        return rest.upload(username, "/work-items/{id}/attachments", resource(name, content), Map.of(), workItem);
    }

    private ResponseEntity<JsonNode> post(String username, String workItem, MultiValueMap<String, Object> parts) {
        return http.withBasicAuth(username, "demo")
                .exchange(
                        "/api/v1/work-items/{id}/attachments",
                        HttpMethod.POST,
                        new HttpEntity<>(parts),
                        JsonNode.class,
                        workItem);
    }

    private static ByteArrayResource resource(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static String id(ResponseEntity<JsonNode> attached) {
        assertThat(attached.getStatusCode().value())
                .as(String.valueOf(attached.getBody()))
                .isEqualTo(201);
        return attached.getBody().at("/id").asText();
    }

    private ResponseEntity<byte[]> download(String username, String file) {
        return http.withBasicAuth(username, "demo").getForEntity("/api/v1/attachments/{id}", byte[].class, file);
    }

    private JsonNode detail(String username) {
        return rest.get(username, "/cycles/{id}", cycle).getBody();
    }

    private List<String> names(String username, int newest) {
        return detail(username).at("/reports/" + newest + "/evidence").findValuesAsText("name");
    }

    private String sha256(String file) {
        return jdbc.sql("select sha256 from evidence where id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private int contents(String sha256) {
        return jdbc.sql("select count(*) from evidence_content where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single();
    }

    private List<String> acts() {
        return jdbc.sql("select act from audit_entry where object_id = ? order by id")
                .param(cycle)
                .query(String.class)
                .list();
    }
}
