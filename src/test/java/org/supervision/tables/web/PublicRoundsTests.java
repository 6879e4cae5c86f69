package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;
import org.supervision.tables.CheckedTables;
import org.supervision.tables.Confirmation;
import org.supervision.tables.ImportDesk;
import org.supervision.tables.read.SharedDocuments;

/** Published rounds as anybody reads them. */
@ApplicationTest
class PublicRoundsTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private TimeTravel time;

    @Test
    void theRowsOfAPublishedTableEqualThoseOfTheSource() {
        String round = publishedResultList();

        Document page = Jsoup.parse(http.getForObject("/public/{round}.html", String.class, round));

        assertThat(page.selectFirst("h1").text())
                .isEqualTo(SharedDocuments.expected("003.json").path("title").asText());
        assertThat(page.selectFirst(".lead").text())
                .startsWith("本季有安排 152 项：未注明结论 152 项，未报送 0 项。")
                .endsWith("由政府督查室公布。");
        List<List<List<String>>> expected = new ArrayList<>();
        SharedDocuments.expected("003.json").path("tasks").forEach(task -> expected.add(row(task)));
        List<List<List<String>>> rows =
                page.select("tbody tr").stream().map(PublicRoundsTests::row).toList();
        assertThat(rows).hasSize(152).isEqualTo(expected);
        assertThat(page.html()).doesNotContain("_csrf");
    }

    @Test
    void everyPublishedFormatCanBeImportedAgainWithoutADifference() {
        String round = publishedResultList();
        String city = round.substring(0, round.indexOf('-'));

        for (String format : List.of("xlsx", "docx", "html", "json", "csv")) {
            byte[] file = http.getForObject("/public/{round}.{format}", byte[].class, round, format);

            assertThat(desk.confirm(desk.uploadBytes(city, file, null, null), false))
                    .isEqualTo(new Confirmation(0, 0, 152, 0));
            String other = desk.foundGovernment();
            assertThat(desk.confirm(desk.uploadBytes(other, file, null, null)))
                    .isEqualTo(new Confirmation(152, 0, 0, 0));
            assertThat(keyTasks.of(other, 2024)).hasSize(152);
            assertThat(rest.get(other + "-officer", "/units?size=500")
                            .getBody()
                            .at("/total")
                            .asInt())
                    .isEqualTo(48);
        }
    }

    @Test
    void openDataTellsTheSameInStableNames() {
        String round = publishedResultList();

        JsonNode data = http.getForObject("/public/{round}.json", JsonNode.class, round);

        assertThat(data.at("/round").asText()).isEqualTo(round);
        assertThat(data.at("/government/code").asText()).isEqualTo(round.substring(0, round.indexOf('-')));
        assertThat(data.at("/layout").asText()).isEqualTo("RESULT_LIST");
        assertThat(data.at("/year").asInt()).isEqualTo(2024);
        assertThat(data.at("/quarter").asInt()).isEqualTo(1);
        assertThat(data.at("/publication").asInt()).isEqualTo(1);
        assertThat(data.at("/total").asInt()).isEqualTo(152);
        assertThat(data.at("/counts/UNKNOWN").asInt()).isEqualTo(152);
        assertThat(data.at("/counts/NOT_REPORTED").asInt()).isZero();
        JsonNode first = data.at("/keyTasks/0");
        JsonNode expected = SharedDocuments.expected("003.json").at("/tasks/0");
        assertThat(first.at("/number").asInt()).isEqualTo(1);
        assertThat(first.at("/leadUnit")).isEqualTo(expected.at("/leadUnit"));
        assertThat(first.at("/supportingUnits")).isEqualTo(expected.at("/coUnits"));
        assertThat(first.at("/outcome").asText()).isEqualTo("APPROVED");
        assertThat(first.at("/verdict").isNull()).isTrue();
        assertThat(first.at("/progress")).hasSize(4);
    }

    @Test
    void whatIsNotPublishedDoesNotExist() {
        String city = desk.foundGovernment();
        desk.take(city, "seeds/003");

        for (String format : List.of("html", "xlsx", "docx", "json", "csv")) {
            for (String round : List.of(city + "-2024-q1", "nobody-2024-q1")) {
                assertThat(http.getForEntity("/public/{round}.{format}", String.class, round, format)
                                .getStatusCode())
                        .isEqualTo(HttpStatus.NOT_FOUND);
            }
        }
        assertThat(http.getForObject("/public/", String.class)).doesNotContain(city + "-2024-q1");
    }

    @Test
    void cyclesWithoutAnApprovedReportAreShownAsSuchAndCounted() {
        time.to(OffsetDateTime.parse("2024-04-01T09:00:00+08:00").toInstant());
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        cities.keyTask(city, 3, 2);
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
        time.to(OffsetDateTime.parse("2024-04-01T09:01:00+08:00").toInstant());
        Map<String, Object> report = Map.of("verdict", "DONE", "progress", "选址已批复。\n用地已移交。");
        cities.complete(city.liaison(0), round + "-1", "progress-report", report);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(
                city.officer(), round + "-1", "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));
        cities.complete(city.liaison(0), round + "-2", "progress-report", report);
        assertThat(rest.post(city.officer(), "/rounds/{id}/closing", null, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(http.getForEntity("/public/{round}.html", String.class, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        time.to(OffsetDateTime.parse("2024-04-01T09:02:00+08:00").toInstant());
        publish(city.code(), round);

        Document page = Jsoup.parse(http.getForObject("/public/{round}.html", String.class, round));
        assertThat(page.selectFirst(".lead").text())
                .isEqualTo("本季有安排 3 项：按序时推进 1 项，未报送 1 项，已报送、未通过审核 1 项。2024年4月1日由政府督查室公布。");
        assertThat(page.select("thead th").eachText()).endsWith("督查室结论");
        assertThat(page.select("tbody .cell-progress").eachText()).containsExactly("选址已批复。 用地已移交。", "已报送、未通过审核", "未报送");
        assertThat(page.select("tbody tr td:nth-child(5)").eachText()).containsExactly("按序时推进");
        assertThat(page.select("tbody tr:nth-child(3) .cell-unit p").eachText()).containsExactly("市一局", "市三局");
        assertThat(page.select(".demo-strip")).isEmpty();
        assertThat(page.text()).doesNotContain("office-review");
        JsonNode data = http.getForObject("/public/{round}.json", JsonNode.class, round);
        assertThat(data.at("/keyTasks/1/outcome").asText()).isEqualTo("NOT_APPROVED");
        assertThat(data.at("/keyTasks/1/progress")).isEmpty();
        assertThat(data.at("/keyTasks/2/outcome").asText()).isEqualTo("NOT_REPORTED");
        assertThat(http.getForObject("/public/", String.class)).contains("/public/" + round + ".html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "xlsx", "docx", "json", "csv"})
    void aReaderWhoHasThePublicationIsNotSentItAgain(String format) {
        String round = smallPublication();
        ResponseEntity<byte[]> first = http.getForEntity("/public/{round}.{format}", byte[].class, round, format);
        assertThat(first.getHeaders().getETag()).isNotNull();
        assertThat(first.getHeaders().getCacheControl()).contains("no-cache").doesNotContain("no-store");
        assertThat(first.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
        HttpHeaders known = new HttpHeaders();
        known.setIfNoneMatch(first.getHeaders().getETag());
        ResponseEntity<byte[]> again = http.exchange(
                "/public/{round}.{format}", HttpMethod.GET, new HttpEntity<>(known), byte[].class, round, format);

        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(again.getBody()).isNull();
    }

    @Test
    void thePageSpeaksEnglishIfAsked() {
        String page = new String(
                http.getForObject("/public/{round}.html?lang=en", byte[].class, smallPublication()),
                StandardCharsets.UTF_8);

        assertThat(Jsoup.parse(page).selectFirst("h1").text())
                .isEqualTo("Key tasks of 2031: results of the first quarter");
    }

    @ParameterizedTest
    @CsvSource({
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "csv, text/csv;charset=UTF-8"
    })
    void aFileIsSavedUnderTheTitle(String extension, String mediaType) {
        HttpHeaders headers = http.getForEntity("/public/{round}." + extension, byte[].class, smallPublication())
                .getHeaders();

        assertThat(headers.getContentDisposition().getFilename()).isEqualTo("2031年一季度重点工作任务完成情况." + extension);
        assertThat(headers.getContentType()).hasToString(mediaType);
    }

    private String publishedResultList() {
        String city = desk.foundGovernment();
        desk.take(city, "ledgers/wuhu-2024-q1.html");
        return publish(city, city + "-2024-q1");
    }

    private String smallPublication() {
        String city = desk.foundGovernment();
        String table = "2031年一季度重点工作完成情况\n序号\t目标任务\t责任单位\t工作进展\n1\t修建两座水库\t市水利局\t已开工";
        desk.confirm(desk.uploadBytes(city, table.getBytes(StandardCharsets.UTF_8), null, null));
        return publish(city, city + "-2031-q1");
    }

    private String publish(String city, String round) {
        assertThat(rest.post(city + "-officer", "/rounds/{id}/publication", null, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.post(city + "-chief", "/rounds/{id}/publication", null, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        return round;
    }

    private static List<List<String>> row(Element row) {
        return List.of(
                List.of(row.child(0).text()),
                List.of(CheckedTables.key(row.child(1).text())),
                CheckedTables.keys(row.child(2).select("p").eachText()),
                CheckedTables.keys(row.child(3).select("p").eachText()));
    }

    private static List<List<String>> row(JsonNode task) {
        return List.of(
                List.of(task.path("number").asText()),
                List.of(CheckedTables.key(task.path("goal").asText())),
                Stream.concat(Stream.of(task.path("leadUnit")), stream(task.path("coUnits")))
                        .map(unit -> CheckedTables.key(unit.asText()))
                        .toList(),
                stream(task.path("progress"))
                        .map(paragraph -> CheckedTables.key(paragraph.asText()))
                        .toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
