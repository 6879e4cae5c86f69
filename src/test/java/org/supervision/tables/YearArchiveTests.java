package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.reporting.SampleFiles;

/** A year as one sealed file: complete, checkable by itself, never changed. */
@ApplicationTest
class YearArchiveTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        String round = cities.openFirstQuarter(city);
        cities.complete(
                city.liaison(0),
                round + "-1",
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", "=完成选址，面积3公顷"));
        return city;
    }

    private String seal(TestCity city, Retention retention) {
        String id = rest.post(
                        city.chief(),
                        "/year-archives",
                        Map.of("year", 2024, "retention", retention.name(), "confirmed", true))
                .getBody()
                .at("/id")
                .asText();
        writeAll(id);
        return id;
    }

    private void writeAll(String id) {
        for (Job job = job(id); job != null; job = job(id)) {
            management.executeJob(job.getId());
        }
    }

    private Job job(String id) {
        return management
                .createJobQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey("export-" + id)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private byte[] file(TestCity city, String id) {
        MockHttpServletResponse response = pages.response(city.chief(), "/exports/archives/{id}.zip", id);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private static Map<String, byte[]> unpack(byte[] file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] pack(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("bag/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode verify(TestCity city, byte[] file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.valueOf("application/zip"));
        return http.withBasicAuth(city.chief(), "demo")
                .exchange(
                        "/api/v1/year-archives/verification",
                        HttpMethod.POST,
                        new HttpEntity<>(file, headers),
                        JsonNode.class)
                .getBody();
    }

    @Test
    void whatWasSignedIsInTheFileAsItsChecksumWasMadeOfIt() throws IOException {
        TestCity city = city();
        String round = city.code() + "-2024-q1";
        rest.post(city.officer(), "/rounds/{id}/closing", null, round);
        rest.post(city.chief(), "/rounds/{id}/publication", null, round);

        Map<String, byte[]> files = unpack(file(city, seal(city, Retention.YEARS_10)));

        String signed = sha256(files.get("data/2-第1季度/签发内容第1号.json"));
        assertThat(new String(files.get("data/5-登记簿/签发与更正.csv"), StandardCharsets.UTF_8))
                .contains(signed, "由签发人在签发时一并确认");
    }

    @Test
    void theFileHoldsTheYearUnderChineseNamesWithAHashOfEach() throws IOException {
        TestCity city = city();
        String id = seal(city, Retention.YEARS_30);

        Map<String, byte[]> files = unpack(file(city, id));

        assertThat(files.keySet())
                .contains(
                        "bagit.txt",
                        "bag-info.txt",
                        "封面.html",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt",
                        "data/目录.html",
                        "data/目录.xlsx",
                        "data/1-年度计划/年度计划表.xlsx",
                        "data/2-第1季度/进展情况表.docx",
                        "data/2-第1季度/完成情况对照表.json",
                        "data/3-年度总结/年度总结.docx",
                        "data/5-登记簿/进展报告与审核.csv",
                        "data/5-登记簿/督办件.xlsx",
                        "data/5-登记簿/不公开登记.csv",
                        "data/5-登记簿/签发与更正.csv",
                        "data/5-登记簿/变更申请.csv",
                        "data/5-登记簿/审计摘录.csv");
        String manifest = new String(files.get("manifest-sha256.txt"), StandardCharsets.UTF_8);
        assertThat(manifest.lines()).allSatisfy(line -> {
            String[] parts = line.split("  ", 2);
            assertThat(sha256(files.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
        });
        assertThat(manifest.lines().map(line -> line.split("  ", 2)[1]).toList())
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .filter(name -> name.startsWith("data/"))
                        .toList());
        assertThat(new String(files.get("data/5-登记簿/进展报告与审核.csv"), StandardCharsets.UTF_8))
                .contains("建成第1号公园", "按序时推进", "'=完成选址，面积3公顷");
        assertThat(new String(files.get("data/5-登记簿/审计摘录.csv"), StandardCharsets.UTF_8))
                .contains("提交进展报告");
        List<List<String>> reports = sheet(files.get("data/5-登记簿/进展报告与审核.xlsx"));
        assertThat(reports.get(0)).as("few enough to be read on paper").hasSizeLessThan(16);
        assertThat(reports.get(1).get(reports.get(0).indexOf("报送人"))).contains("\n2024-04-01 ");
        assertThat(sheet(files.get("data/5-登记簿/审计摘录.xlsx")))
                .extracting(row -> row.get(row.size() - 1))
                .anyMatch(text -> text.contains("目标任务：无 → 建成第1号公园"))
                .noneMatch(text -> text.startsWith("{"));
    }

    private static List<List<String>> sheet(byte[] workbook) throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            List<List<String>> rows = new ArrayList<>();
            read.getSheetAt(0).forEach(row -> {
                List<String> texts = new ArrayList<>();
                row.forEach(cell -> texts.add(cell.getStringCellValue()));
                rows.add(texts);
            });
            return rows;
        }
    }

    @Test
    void thePhotographsOfWhatWasSeenOnTheSpotAreInTheArchive() throws IOException {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        String inspection = city.code() + "-2024-1";
        for (int visit = 1; visit <= 2; visit++) {
            rest.post(
                    city.officer(),
                    "/key-tasks/{id}/inspections",
                    Map.of("place", "城东", "plannedOn", "2024-12-01"),
                    city.code() + "-2024-1");
            attach(city.officer(), inspection + "-i" + visit, "inspection-finding", "围墙.png", SampleFiles.png(visit));
        }
        cities.complete(
                city.officer(),
                inspection + "-i2",
                "inspection-finding",
                Map.of("agreement", "NO_REPORT", "finding", "未开工", "place", "城东", "seenOn", "2024-04-01"));

        Map<String, byte[]> files = unpack(file(city, seal(city, Retention.YEARS_10)));

        assertThat(files.keySet())
                .filteredOn(name -> name.contains("实地督查/"))
                .as("nothing of a visit that is not recorded")
                .containsExactly("data/4-督办文书/实地督查/第1项-第2次/围墙.png");
        assertThat(files.get("data/4-督办文书/实地督查/第1项-第2次/围墙.png")).isEqualTo(SampleFiles.png(2));
    }

    @Test
    void theEvidenceOfWhatWasApprovedIsInTheArchiveAndAllOfItInItsRegister() throws IOException {
        TestCity city = cities.create();
        cities.keyTask(city, 1, 1);
        cities.keyTask(city, 2);
        String round = cities.openFirstQuarter(city);
        byte[] picture = SampleFiles.png(7);
        attach(city.liaison(1), round + "-1", "partner-part", "供地.png", SampleFiles.png(8));
        cities.complete(city.liaison(1), round + "-1", "partner-part", Map.of("progress", "已供地3公顷。"));
        attach(city.liaison(0), round + "-1", "progress-report", "完成50%.PNG", picture);
        attach(city.liaison(0), round + "-2", "progress-report", "未审.png", picture);
        for (String cycle : List.of(round + "-1", round + "-2")) {
            cities.complete(
                    city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", "完成选址" + cycle));
        }
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), round + "-1", "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));

        Map<String, byte[]> files = unpack(file(city, seal(city, Retention.YEARS_10)));

        assertThat(files.get("data/2-第1季度/佐证材料/第1项-第1版/完成50％.PNG")).isEqualTo(picture);
        assertThat(files.keySet())
                .filteredOn(name -> name.contains("佐证材料/"))
                .containsExactlyInAnyOrder("data/2-第1季度/佐证材料/第1项-第1版/完成50％.PNG", "data/2-第1季度/佐证材料/第1项-市二局/供地.png");
        assertThat(new String(files.get("manifest-sha256.txt"), StandardCharsets.UTF_8))
                .contains(sha256(picture) + "  data/2-第1季度/佐证材料/第1项-第1版/完成50％.PNG");
        assertThat(new String(files.get("data/5-登记簿/佐证材料登记.csv"), StandardCharsets.UTF_8))
                .contains("完成50%.PNG", "供地.png", "未审.png", "图片", sha256(picture));
    }

    private void attach(String username, String cycle, String kind, String name, byte[] content) {
        String item = cities.as(username, () -> cities.waiting(cycle, kind).id());
        MockMultipartFile file = new MockMultipartFile("file", name, "application/octet-stream", content);
        assertThat(pages.upload(username, "/work-items/" + item + "/attachments", file)
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void theSealIsTheHashOfTheManifestPrintedOnTheCoverWithTheTerm() throws IOException {
        TestCity city = city();
        String id = seal(city, Retention.YEARS_10);

        Map<String, byte[]> files = unpack(file(city, id));
        JsonNode view = rest.get(city.chief(), "/year-archives/{id}", id).getBody();
        Document cover = Jsoup.parse(new String(files.get("封面.html"), StandardCharsets.UTF_8));

        String seal = sha256(files.get("manifest-sha256.txt"));
        assertThat(view.at("/seal").asText()).isEqualTo(seal);
        assertThat(view.at("/state").asText()).isEqualTo("READY");
        assertThat(view.at("/keptUntil").asText()).isEqualTo("2034-12-31");
        assertThat(cover.text()).contains(seal, "10年（至 2034-12-31）", "版次 1", "封存时间 2024-04-01 09:");
        assertThat(Retention.PERMANENT.endsOn(2024)).isNull();
        assertThat(Retention.YEARS_30.endsOn(2024)).isEqualTo(LocalDate.of(2054, 12, 31));
        assertThat(pages.get(city.chief(), "/exports/archives").text()).contains(seal, "2024 年，第 1 版");
    }

    @Test
    void theSealedFileIsRecognisedAndEachDifferenceNamed() throws IOException {
        TestCity city = city();
        String id = seal(city, Retention.PERMANENT);
        byte[] sealed = file(city, id);

        assertThat(verify(city, sealed).at("/sealed").asBoolean()).isTrue();
        assertThat(verify(city, pack(unpack(sealed))).at("/sealed").asBoolean())
                .as("packed again")
                .isTrue();
        differs(
                city,
                sealed,
                files -> files.put("data/1-年度计划/年度计划表.csv", new byte[] {1}),
                "CHANGED",
                "data/1-年度计划/年度计划表.csv");
        differs(city, sealed, files -> files.remove("data/目录.html"), "MISSING", "data/目录.html");
        differs(city, sealed, files -> files.put("data/另加.txt", new byte[0]), "ADDED", "data/另加.txt");
        differs(city, sealed, files -> files.put("封面.html", new byte[0]), "CHANGED", "封面.html");

        MockHttpServletResponse page = pages.upload(
                city.chief(),
                "/exports/archives/verification",
                new MockMultipartFile("file", "档案.zip", "application/zip", sealed));
        assertThat(PortalPages.document(page)
                        .select("#verification.notice-green")
                        .text())
                .contains("“档案.zip”就是封存的那一件");
    }

    private void differs(TestCity city, byte[] sealed, Consumer<Map<String, byte[]>> change, String kind, String name)
            throws IOException {
        Map<String, byte[]> files = unpack(sealed);
        change.accept(files);
        JsonNode answer = verify(city, pack(files));
        assertThat(answer.at("/sealed").asBoolean()).isFalse();
        assertThat(answer.at("/differences").size()).isEqualTo(1);
        assertThat(answer.at("/differences/0/kind").asText()).isEqualTo(kind);
        assertThat(answer.at("/differences/0/name").asText()).isEqualTo(name);
    }

    @Test
    void whatIsNoArchiveOrAnothersIsSaidToBeNone() throws IOException {
        TestCity city = city();
        byte[] sealed = file(city, seal(city, Retention.PERMANENT));

        JsonNode answer = verify(cities.create(), sealed);
        assertThat(answer.at("/sealed").asBoolean()).isFalse();
        assertThat(answer.at("/archive").isNull()).isTrue();
        assertThat(verify(city, "no zip".getBytes(StandardCharsets.UTF_8))
                        .at("/status")
                        .asInt())
                .isEqualTo(422);
    }

    @Test
    void sealingAgainMakesTheNextEditionAndLeavesTheFirst() throws IOException {
        TestCity city = city();
        String first = seal(city, Retention.PERMANENT);
        byte[] before = file(city, first);

        String second = seal(city, Retention.PERMANENT);

        assertThat(rest.get(city.chief(), "/year-archives/{id}", second)
                        .getBody()
                        .at("/edition")
                        .asInt())
                .isEqualTo(2);
        assertThat(unpack(file(city, first)).get("manifest-sha256.txt"))
                .isEqualTo(unpack(before).get("manifest-sha256.txt"));
        assertThatThrownBy(() -> jdbc.sql("update year_export_file set content = null where export_id = ?")
                        .param(first)
                        .update())
                .hasMessageContaining("a sealed archive is never changed");
    }

    @Test
    void anotherOneWaitsUntilTheFirstIsWrittenAndItsProgressIsShown() {
        TestCity city = city();
        String id = rest.post(
                        city.chief(),
                        "/year-archives",
                        Map.of("year", 2024, "retention", "PERMANENT", "confirmed", true))
                .getBody()
                .at("/id")
                .asText();
        management.executeJob(job(id).getId());

        assertThat(pages.get(city.chief(), "/exports/archives")
                        .select("progress")
                        .attr("value"))
                .isEqualTo("1");
        assertThat(pages.post(
                                city.chief(),
                                "/exports/archives",
                                Map.of("year", "2024", "retention", "PERMANENT", "confirmed", "true"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(pages.status(city.chief(), "/exports/archives/{id}.zip", id)).isEqualTo(404);
    }

    @Test
    void aYearWithGapsIsSealedOnlyOnceTheChiefHasSaidSo() {
        TestCity city = city();

        Document asked = pages.get(city.chief(), "/exports/archives/sealing?year=2024&retention=PERMANENT");
        MockHttpServletResponse unconfirmed =
                pages.post(city.chief(), "/exports/archives", Map.of("year", "2024", "retention", "PERMANENT"));
        var refused = rest.post(city.chief(), "/year-archives", Map.of("year", 2024, "retention", "PERMANENT"));

        assertThat(asked.select("#sealing").text()).contains("第 1 季度还在填报", "第 2 季度没有轮次", "不能修改，也不能撤回");
        assertThat(unconfirmed.getStatus()).isEqualTo(422);
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody().toString()).contains("tables.archive.incomplete");
        assertThat(rest.get(city.chief(), "/year-archives").getBody()).isEmpty();
    }

    @Test
    void onlyTheChiefArchives() {
        TestCity city = city();
        String id = seal(city, Retention.PERMANENT);

        for (String other : List.of(city.officer(), city.mayor(), city.leader(0), "sysadmin", "auditor")) {
            assertThat(pages.status(other, "/exports/archives")).as(other).isEqualTo(403);
            assertThat(pages.status(other, "/exports/archives/{id}.zip", id))
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(pages.status(cities.create().chief(), "/exports/archives/{id}.zip", id))
                .isEqualTo(404);
        assertThat(pages.status(city.chief(), "/exports/{id}.zip", id))
                .as("it is no mere export")
                .isEqualTo(404);
    }
}
