package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.tables.Confirmation;
import org.supervision.tables.ImportDesk;
import org.supervision.tables.ImportPreview;

/** Tables that signed-in people take out: whole, or what concerns their unit, and nothing that is not theirs to read. */
@ApplicationTest
class ExportsTests {

    private static final List<String> FORMATS = List.of("xlsx", "docx", "html", "json", "csv");

    @Autowired
    private ImportDesk desk;

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    @ParameterizedTest
    @CsvSource({
        "ledgers/anqing-2024.docx, /key-tasks/plans/2024, 17",
        "ledgers/anqing-2022-q4.docx, /rounds/{city}-2022-q4/quarter-results, 16",
        "ledgers/wuhu-2024-q1.html, /rounds/{city}-2024-q1/results, 152"
    })
    void whatIsTakenOutComesInAgainAsUnchanged(String document, String address, int rows) {
        String city = desk.foundGovernment();
        desk.take(city, document);

        for (String format : FORMATS) {
            MockHttpServletResponse file =
                    pages.response(city + "-officer", address.replace("{city}", city) + "." + format);

            assertThat(file.getStatus()).isEqualTo(200);
            assertThat(desk.confirm(desk.uploadBytes(city, file.getContentAsByteArray(), null, null), false))
                    .as(format)
                    .isEqualTo(new Confirmation(0, 0, rows, 0));
        }
    }

    @Test
    void aUnitTakesOutWhatItLeadsOrSupports() {
        TestCity city = cityWithThreeKeyTasks();

        assertThat(numbers(city.officer(), "/key-tasks/plans/2024.json")).containsExactly(1, 2, 3);
        assertThat(numbers(city.mayor(), "/key-tasks/plans/2024.json")).containsExactly(1, 2, 3);
        assertThat(numbers(city.liaison(0), "/key-tasks/plans/2024.json")).containsExactly(1, 2, 3);
        assertThat(numbers(city.liaison(1), "/key-tasks/plans/2024.json")).containsExactly(2);
        assertThat(pages.status(city.liaison(2), "/key-tasks/plans/2024.json")).isEqualTo(404);
        assertThat(pages.get(city.liaison(1), "/key-tasks/plans/2024.html").text())
                .contains("2024年重点工作任务", "市二局牵头或配合的任务，共 1 项。", "建成第2号公园")
                .doesNotContain("建成第1号公园");
    }

    @Test
    void nobodyElseTakesAnythingOut() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        TestCity other = cities.create();

        for (String address : List.of(
                "/key-tasks/plans/2024.xlsx",
                "/rounds/" + round + "/results.xlsx",
                "/rounds/" + round + "/quarter-results.csv",
                "/rounds/" + round + "/meeting-pack",
                "/rounds/" + round + "/meeting-pack.docx")) {
            for (String stranger : List.of(other.officer(), other.chief(), other.mayor())) {
                assertThat(pages.status(stranger, address)).as(address).isEqualTo(404);
            }
            assertThat(pages.status(other.liaison(0), address)).as(address).isIn(403, 404);
            for (String administrator : List.of("sysadmin", "secadmin", "auditor")) {
                assertThat(pages.status(administrator, address)).as(address).isEqualTo(403);
            }
            assertThat(http.getForEntity(address, String.class).getBody())
                    .as(address)
                    .doesNotContain("公园");
            assertThat(pages.status(city.officer(), address)).as(address).isEqualTo(200);
        }
        assertThat(pages.status(city.liaison(0), "/rounds/{id}/meeting-pack", round))
                .isEqualTo(403);
        assertThat(pages.status(city.leader(0), "/rounds/{id}/meeting-pack.docx", round))
                .isEqualTo(403);
        assertThat(pages.status(city.officer(), "/rounds/{id}/results.exe", round))
                .isEqualTo(404);
        assertThat(pages.status(city.officer(), "/rounds/{id}/results.xlsx", "nobody-2024-q1"))
                .isEqualTo(404);
    }

    @Test
    void aReportIsTakenOutOnceItIsApprovedAndByWhoeverMayReadIt() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        report(city, round + "-1", "选址已批复。");
        cities.complete(city.liaison(1), round + "-2", "partner-part", Map.of("progress", "已配合。"));
        report(city, round + "-2", "用地已移交。");
        approve(city, round + "-2", "BEHIND");

        JsonNode results = results(city.officer(), round);
        assertThat(results.at("/keyTasks/0/outcome").asText())
                .as("nothing is decided while the round is open")
                .isEqualTo("UNDER_REVIEW");
        assertThat(pages.get(city.officer(), "/rounds/{id}/results.html", round).text())
                .contains("审核中")
                .doesNotContain("未通过审核");
        assertThat(results.toString()).doesNotContain("选址已批复").contains("用地已移交");
        assertThat(results.at("/keyTasks/1/verdict").asText()).isEqualTo("BEHIND");
        assertThat(numbers(city.liaison(0), "/rounds/" + round + "/results.json"))
                .containsExactly(1, 2, 3);
        assertThat(pages.status(city.liaison(1), "/rounds/{id}/results.json", round))
                .as("a partner's liaison before publication")
                .isEqualTo(404);
        assertThat(numbers(city.leader(1), "/rounds/" + round + "/results.json"))
                .containsExactly(2);
        JsonNode besidePlan = read(city.officer(), "/rounds/" + round + "/quarter-results.json");
        assertThat(besidePlan.at("/layout").asText()).isEqualTo("QUARTER_RESULT");
        assertThat(besidePlan.at("/keyTasks/1/quarters/0/milestone").asText()).isEqualTo("完成选址");

        rest.post(city.officer(), "/rounds/{id}/closing", null, round);
        assertThat(rest.post(city.chief(), "/rounds/{id}/publication", null, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(numbers(city.liaison(1), "/rounds/" + round + "/results.json"))
                .containsExactly(2);
        assertThat(pages.get(city.officer(), "/rounds/{id}/results.html", round).text())
                .contains("由政府督查室公布");
    }

    @Test
    void theTableOfARunningRoundComesInAgainAsUnchanged() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        report(city, round + "-1", "选址已批复。");
        approve(city, round + "-1", "DONE");

        for (String format : FORMATS) {
            byte[] file = pages.response(city.officer(), "/rounds/" + round + "/results." + format)
                    .getContentAsByteArray();
            ImportPreview back = desk.uploadBytes(city.code(), file, null, null);
            assertThat(back.documentProblems()).as(format).isEmpty();
            assertThat(desk.confirm(back, false)).as(format).isEqualTo(new Confirmation(0, 0, 3, 0));
        }
    }

    @Test
    void whatIsWithheldStaysInTheTablesInsideAndIsMarkedThere() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        report(city, round + "-1", "涉密项目甲已开工。");
        approve(city, round + "-1", "DONE");
        rest.post(
                city.officer(),
                "/key-tasks/{id}/withholdings",
                Map.of("ground", "STATE_SECRET", "reason", "按规定"),
                city.code() + "-2024-1");
        rest.post(city.officer(), "/rounds/{id}/closing", null, round);
        rest.post(city.chief(), "/rounds/{id}/publication", null, round);

        for (String reader : List.of(city.officer(), city.liaison(0))) {
            assertThat(pages.get(reader, "/rounds/{id}/results.html", round).text())
                    .contains("涉密项目甲已开工", "含依法不予公开的 1 项，不得外传");
        }
        assertThat(pages.get(city.officer(), "/public/{round}.html", round).text())
                .doesNotContain("建成第1号公园", "涉密项目甲");
    }

    @Test
    void anExtractSaysHowManyOfTheUnitsKeyTasksAreNotInItYet() {
        TestCity city = cityWithThreeKeyTasks();
        KeyTask led = cities.keyTask(city, 4);
        keyTasks.save(new KeyTask(
                led.id(),
                led.government(),
                led.year(),
                led.number(),
                led.goal(),
                city.units().get(1),
                led.supportingUnits(),
                led.section(),
                led.supervisionPhone(),
                led.source(),
                led.milestones()));
        String round = cities.openFirstQuarter(city);

        assertThat(pages.get(city.liaison(1), "/rounds/" + round + "/results.html")
                        .text())
                .contains("市二局本季牵头或配合的任务共 2 项，这里是其中已可查看结果的 1 项");
        assertThat(pages.response(city.liaison(1), "/rounds/{id}/results.csv", round)
                        .getHeader("Content-Disposition"))
                .isNotEqualTo(pages.response(city.liaison(1), "/rounds/{id}/quarter-results.csv", round)
                        .getHeader("Content-Disposition"));
    }

    @Test
    void thePackOfAMeetingSaysWhatHasToBeTalkedAbout() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        cities.complete(
                city.liaison(0),
                round + "-1",
                "progress-report",
                Map.of("verdict", "BEHIND", "progress", "征收未完成。", "problems", "=两户未签约", "nextSteps", "四月底前签约。"));
        cities.complete(city.liaison(1), round + "-2", "partner-part", Map.of("progress", "已配合。"));
        report(city, round + "-2", "用地已移交。");
        approve(city, round + "-2", "DONE");
        rest.post(city.officer(), "/rounds/{id}/closing", null, round);

        Document page = pages.get(city.mayor(), "/rounds/{id}/meeting-pack", round);

        assertThat(page.select(".lead").eachText().get(0))
                .contains("本季共有任务 3 项", "已完成 1 项（33.3%）", "未报送 1 项（33.3%）", "已报送、未通过审核 1 项（33.3%）");
        List<List<String>> rows = new ArrayList<>();
        page.select("tbody tr").forEach(row -> rows.add(row.select("td").eachText()));
        assertThat(rows)
                .containsExactly(
                        List.of("1", "建成第1号公园", "市一局", "已报送、未通过审核", "没有指标数值", "=两户未签约", "四月底前签约。"),
                        List.of("3", "建成第3号公园", "市一局", "未报送", "没有指标数值", "未说明", "未说明"));
        MockHttpServletResponse file = pages.response(city.chief(), "/rounds/{id}/meeting-pack.docx", round);
        assertThat(file.getHeader("Content-Disposition")).contains("attachment");
        assertThat(OfficeTexts.ofDocument(file.getContentAsByteArray()))
                .contains("2024年第一季度重点任务调度会材料", "市一局", "=两户未签约", "四月底前签约。")
                .doesNotContain("建成第2号公园");
    }

    @Test
    void theSummaryOfAYearTellsWhatWasApprovedFiguresFirst() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);
        report(city, round + "-1", "草稿不算数。");
        cities.complete(city.liaison(1), round + "-2", "partner-part", Map.of("progress", "已配合。"));
        report(city, round + "-2", "1.用地已移交。\n2.完成投资3.2亿元。");
        approve(city, round + "-2", "DONE");
        report(city, round + "-3", "涉密项目甲。");
        approve(city, round + "-3", "DONE");
        assertThat(rest.post(
                                city.officer(),
                                "/key-tasks/{id}/withholdings",
                                Map.of("ground", "STATE_SECRET", "reason", "按规定"),
                                city.code() + "-2024-3")
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        rest.post(city.officer(), "/rounds/{id}/closing", null, round);

        Document page = pages.get(city.mayor(), "/key-tasks/summaries/2024");

        assertThat(page.select(".lead").text())
                .isEqualTo("2024年共安排重点任务 3 项，由 1 家单位牵头，其中 2 项有已通过审核的进展。督查室对列入各项最近一季的结论：已完成 1 项。");
        assertThat(page.select("main h2").eachText()).containsExactly("（一）市一局");
        assertThat(page.select("main .card-body p").eachText()).containsExactly("建成第2号公园：完成投资3.2亿元。用地已移交。");
        assertThat(page.text())
                .contains("另有 1 项没有已通过审核的报告", "另有 1 项有已通过审核的报告，依法不予公开")
                .doesNotContain("涉密项目甲", "草稿不算数");
        MockHttpServletResponse file = pages.response(city.chief(), "/key-tasks/summaries/2024.docx");
        assertThat(OfficeTexts.ofDocument(file.getContentAsByteArray()))
                .contains("2024年重点工作完成情况", "（一）市一局", "完成投资3.2亿元。用地已移交。")
                .doesNotContain("涉密项目甲", "草稿不算数");
        for (String other : List.of(city.liaison(0), city.leader(0), "auditor")) {
            assertThat(pages.status(other, "/key-tasks/summaries/2024.docx")).isEqualTo(403);
        }
        assertThat(pages.status(cities.create().officer(), "/key-tasks/summaries/2024"))
                .isEqualTo(404);
    }

    @Test
    void thePagesOfferWhatTheReaderMayTakeOut() {
        TestCity city = cityWithThreeKeyTasks();
        String round = cities.openFirstQuarter(city);

        assertThat(pages.get(city.liaison(1), "/key-tasks")
                        .select("a[download]")
                        .eachAttr("href"))
                .containsExactlyElementsOf(FORMATS.stream()
                        .sorted((one, other) -> Integer.compare(order(one), order(other)))
                        .map(format -> "/key-tasks/plans/2024." + format)
                        .toList());
        assertThat(pages.get(city.officer(), "/rounds/{id}", round).select("a[href*=meeting-pack]"))
                .hasSize(2);
        assertThat(pages.get(city.liaison(0), "/rounds/{id}", round).select("a[href*=meeting-pack]"))
                .isEmpty();
        assertThat(pages.get(city.liaison(0), "/rounds/{id}", round)
                        .select("a[download]")
                        .eachAttr("href"))
                .contains("/rounds/" + round + "/quarter-results.docx");
    }

    private static int order(String format) {
        return List.of("xlsx", "docx", "html", "csv", "json").indexOf(format);
    }

    private TestCity cityWithThreeKeyTasks() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        cities.keyTask(city, 3);
        return city;
    }

    private void report(TestCity city, String cycle, String progress) {
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", progress));
    }

    private void approve(TestCity city, String cycle, String verdict) {
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", verdict));
    }

    private List<Integer> numbers(String reader, String address) {
        return StreamSupport.stream(read(reader, address).at("/keyTasks").spliterator(), false)
                .map(keyTask -> keyTask.at("/number").asInt())
                .toList();
    }

    private JsonNode results(String reader, String round) {
        return read(reader, "/rounds/" + round + "/results.json");
    }

    private JsonNode read(String reader, String address) {
        MockHttpServletResponse response = pages.response(reader, address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        try {
            return json.readTree(response.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
