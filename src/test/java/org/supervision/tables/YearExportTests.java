package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** All tables of a year, written in the background one by one. */
@ApplicationTest
class YearExportTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Clock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Test
    void anOfficerIsToldHowFarItIsAndTakesOutEverythingWhenItIsWritten() throws IOException {
        TestCity city = city();
        ask(city.officer());
        String id = exportOf(city.officer());

        assertThat(row(city.officer(), id).text()).contains("已写 0，共 17 个文件");
        assertThat(pages.status(city.officer(), "/exports/{id}.zip", id)).isEqualTo(404);
        writeOneFile(id);
        Document row = row(city.officer(), id);
        assertThat(row.select("progress").attr("value")).isEqualTo("1");
        assertThat(row.select("tr").attr("hx-get")).isEqualTo("/exports/" + id);
        assertThat(pages.post(city.officer(), "/exports", Map.of("year", "2024"))
                        .getStatus())
                .as("another one at the same time")
                .isEqualTo(409);

        writeAll(id);

        assertThat(row(city.officer(), id).select("tr").hasAttr("hx-get")).isFalse();
        Map<String, byte[]> files = archive(city.officer(), id);
        assertThat(files.keySet())
                .hasSize(17)
                .contains(
                        "1-年度计划/年度计划表.xlsx",
                        "1-年度计划/年度计划表.json",
                        "2-第1季度/进展情况表.docx",
                        "2-第1季度/完成情况对照表.csv",
                        "2-第1季度/调度会材料.docx",
                        "3-年度总结/年度总结.docx");
        assertThat(new String(files.get("2-第1季度/进展情况表.csv"), StandardCharsets.UTF_8))
                .contains("建成第1号公园", "建成第2号公园");
    }

    @Test
    void aUnitsExportHoldsItsOwnOnly() throws IOException {
        TestCity city = city();
        ask(city.leader(1));
        String id = exportOf(city.leader(1));
        writeAll(id);

        Map<String, byte[]> files = archive(city.leader(1), id);

        assertThat(files.keySet()).hasSize(15).noneMatch(name -> name.contains("调度会材料") || name.contains("年度总结"));
        for (String name : List.of("1-年度计划/年度计划表.json", "2-第1季度/进展情况表.json", "2-第1季度/完成情况对照表.json")) {
            assertThat(new String(files.get(name), StandardCharsets.UTF_8))
                    .contains("建成第2号公园")
                    .doesNotContain("建成第1号公园");
        }
    }

    @Test
    void twoExportsOfAYearHaveTwoNames() {
        TestCity city = city();
        ask(city.officer());
        String first = exportOf(city.officer());
        writeAll(first);
        time.to(clock.instant().plusSeconds(60));
        ask(city.officer());
        String second = exportOf(city.officer());
        writeAll(second);

        assertThat(pages.response(city.officer(), "/exports/{id}.zip", first).getHeader("Content-Disposition"))
                .contains("%E5%B9%B4") // its Chinese name, encoded
                .isNotEqualTo(pages.response(city.officer(), "/exports/{id}.zip", second)
                        .getHeader("Content-Disposition"));
    }

    @Test
    void nobodyElseFindsTheExport() {
        TestCity city = city();
        ask(city.officer());
        String id = exportOf(city.officer());
        writeAll(id);

        for (String other :
                List.of(city.chief(), city.liaison(0), cities.create().officer())) {
            assertThat(pages.status(other, "/exports/{id}.zip", id)).isEqualTo(404);
            assertThat(pages.status(other, "/exports/{id}", id)).isEqualTo(404);
            assertThat(pages.get(other, "/exports").select("tr[data-row]")).isEmpty();
        }
        for (String administrator : List.of("sysadmin", "secadmin", "auditor")) {
            assertThat(pages.status(administrator, "/exports")).isEqualTo(403);
        }
        assertThat(pages.post(city.liaison(2), "/exports", Map.of("year", "2024"))
                        .getStatus())
                .as("nothing of theirs to take out")
                .isEqualTo(404);
    }

    @Test
    void theFilesAreDeletedAfterSevenDays() {
        TestCity city = city();
        ask(city.officer());
        String id = exportOf(city.officer());
        writeAll(id);
        assertThat(pages.status(city.officer(), "/exports/{id}.zip", id)).isEqualTo(200);
        Instant asked = clock.instant();

        time.to(asked.plus(Duration.ofDays(7)).plusSeconds(60));

        assertThat(pages.status(city.officer(), "/exports/{id}.zip", id)).isEqualTo(404);
        assertThat(row(city.officer(), id).text()).contains("已到期删除");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey("export-" + id)
                                .singleResult()
                                .getId())
                        .list())
                .extracting(activity -> activity.getActivityId())
                .contains("ServiceTask_DeleteFiles", "EndEvent_FilesDeleted");
    }

    private TestCity city() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        cities.openFirstQuarter(city);
        return city;
    }

    private void ask(String username) {
        assertThat(pages.post(username, "/exports", Map.of("year", "2024")).getStatus())
                .isEqualTo(302);
    }

    private String exportOf(String username) {
        return pages.get(username, "/exports")
                .select("tr[data-row]")
                .attr("hx-get")
                .replace("/exports/", "");
    }

    private Document row(String username, String id) {
        MockHttpServletResponse response = pages.response(username, "/exports/{id}", id);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(
                "<table>" + new String(response.getContentAsByteArray(), StandardCharsets.UTF_8) + "</table>");
    }

    private void writeOneFile(String id) {
        Job job = job(id);
        assertThat(job).isNotNull();
        management.executeJob(job.getId());
    }

    private void writeAll(String id) {
        while (runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("export-" + id)
                        .activityIdIn("ServiceTask_WriteFile")
                        .count()
                > 0) {
            writeOneFile(id);
        }
    }

    private Job job(String id) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("export-" + id)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private Map<String, byte[]> archive(String username, String id) throws IOException {
        MockHttpServletResponse response = pages.response(username, "/exports/{id}.zip", id);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
