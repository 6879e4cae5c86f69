package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** What citizens read: a government's start, its tables by unit, verdict and words, the year of a key task, whom to call. */
@ApplicationTest
class PublicSiteTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    /** One on schedule, one behind, one submitted and not approved, one not reported. */
    @BeforeEach
    void aQuarterIsPublished() {
        time.to(at("2024-03-01T09:00"));
        city = cities.create();
        cities.keyTask(city, 1, 1);
        cities.keyTask(city, 2, 2);
        cities.keyTask(city, 3);
        cities.keyTask(city, 4);
        round = cities.openFirstQuarter(city);
        cities.complete(city.liaison(1), round + "-1", "partner-part", Map.of("progress", "移交用地。"));
        cities.complete(city.liaison(2), round + "-2", "partner-part", Map.of("progress", "移交用地。"));
        approve(1, "完成选址。", "ON_SCHEDULE");
        approve(2, "征地未完成。", "BEHIND");
        cities.complete(
                city.liaison(0), round + "-3", "progress-report", Map.of("verdict", "DONE", "progress", "全部建成。"));
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(at("2024-04-01T09:03"));
        assertThat(rest.post(city.chief(), "/rounds/{id}/publication", null, round)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private void approve(int number, String progress, String verdict) {
        String cycle = round + "-" + number;
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", progress));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", verdict));
    }

    private Document page(String address) {
        return Jsoup.parse(http.getForObject(address, String.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 2 3 4",
        "?state=BEHIND, 2",
        "?state=NOT_REPORTED, 4",
        "?unit=市三局, 2",
        "?unit=市一局&state=ON_SCHEDULE, 1",
        "?q=征地, 2",
        "?q=4, 4",
        "?q=第3号, 3",
        "?q=全部建成, ''",
        "?unit=市三局&state=DONE, ''",
        "?q= &unit=, 1 2 3 4"
    })
    void theTableIsFilteredByUnitVerdictAndWords(String query, String numbers) {
        Document page = page("/public/" + round + ".html" + query);

        assertThat(String.join(" ", page.select("tbody .cell-number").eachText()))
                .isEqualTo(numbers);
        boolean filtered = query.contains("=") && !query.contains("q= ");
        assertThat(page.select(".filter-said").size()).isEqualTo(filtered ? 1 : 0);
    }

    @Test
    void chipsCountWhatIsPublishedAndTheFilterIsStatedOnPaper() {
        Document page = page("/public/" + round + ".html?unit=市一局&state=BEHIND&q=公园");

        assertThat(page.select(".filter").eachText())
                .containsExactly("全部 4", "按序时推进 1", "滞后 1", "未报送 1", "已报送、未通过审核 1");
        assertThat(page.select(".filter[aria-current]").text()).isEqualTo("滞后 1");
        assertThat(page.select(".filter-said").text()).contains("按条件筛选出 1 项，全表 4 项", "单位：市一局", "结论：滞后", "含“公园”");
        assertThat(page.select(".lead").text()).startsWith("本季有安排 4 项");
        assertThat(page.select("tbody .lamp-BEHIND").text()).isEqualTo("滞后");
        assertThat(page.select(".filters a").eachAttr("href")).allMatch(link -> link.contains("unit="));
        assertThat(page.html()).doesNotContain("全部建成", "_csrf");
    }

    @Test
    void aFilteredPageIsKeptUntilItChanges() {
        String address = "/public/" + round + ".html?state=BEHIND";
        ResponseEntity<String> first = http.getForEntity(address, String.class);
        HttpHeaders known = new HttpHeaders();
        known.setIfNoneMatch(first.getHeaders().getETag());

        assertThat(first.getHeaders().getCacheControl()).contains("no-cache", "public");
        assertThat(first.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
        assertThat(http.exchange(address, HttpMethod.GET, new HttpEntity<>(known), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(http.exchange("/public/" + round + ".html", HttpMethod.GET, new HttpEntity<>(known), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void whatIsAskedForIsBounded() {
        assertThat(http.getForEntity("/public/" + round + ".html?state=GREEN", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(page("/public/" + round + ".html?q=" + "x".repeat(3_000))
                        .select("input[name=q]")
                        .val())
                .hasSize(100);
    }

    @Test
    void aGovernmentStartsWithItsYears() {
        for (String address : List.of("/public/" + city.code() + "/", "/public/" + city.code())) {
            Document page = page(address);
            assertThat(page.select("h1").text()).isEqualTo("测试市" + city.code() + "重点任务进展公开");
            assertThat(page.select("h2").eachText()).containsExactly("2024年");
            assertThat(page.select("tbody a").eachAttr("href"))
                    .containsExactly(
                            "/public/" + round + ".html",
                            "/public/" + round + ".xlsx",
                            "/public/" + round + ".docx",
                            "/public/" + round + ".csv",
                            "/public/" + round + ".json");
        }
        assertThat(page("/public/" + round + ".html").select("a.brand").attr("href"))
                .isEqualTo("/public/" + city.code() + "/");
        assertThat(page("/public/").select("h2 a").eachAttr("href")).contains("/public/" + city.code() + "/");
        assertThat(http.getForEntity("/public/" + cities.create().code() + "/", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aKeyTaskShowsItsYearInFourRows() {
        Document page = page("/public/key-tasks/" + city.code() + "-2024-2");

        assertThat(page.select("h1").text()).isEqualTo("2 建成第2号公园");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("一季度 征地未完成。 滞后 4月1日 周一", "二季度 未公布 未公布", "三季度 未公布 未公布", "四季度 未公布 未公布");
        assertThat(page.select(".summary-strip").text()).contains("一季度督查室结论 滞后", "市一局", "市三局");
        // Milestones and lamps are no part of what was signed.
        assertThat(page.text()).doesNotContain("开工", "主体完工", "6120000");
        assertThat(page.select("[data-print]")).hasSize(1);
    }

    @Test
    void whomToCallIsKeptByTheSystemAdministrator() {
        String address = "/governments/" + city.code() + "/supervision-phone";
        assertThat(page("/public/" + round + ".html").text()).doesNotContain("可打督查室电话");
        assertThat(pages.post(city.chief(), address, Map.of("phone", "0588-6120000"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.post("sysadmin", address, Map.of("phone", "请看公告")).getStatus())
                .isEqualTo(422);

        assertThat(pages.post("sysadmin", address, Map.of("phone", " 0588-6120000 转 8 "))
                        .getRedirectedUrl())
                .isEqualTo("/governments");

        for (String path : List.of(city.code() + "/", round + ".html", "key-tasks/" + city.code() + "-2024-1")) {
            assertThat(page("/public/" + path).text()).contains("可打督查室电话 0588-6120000 转 8");
        }
        assertThat(http.getForObject("/public/" + round + ".json", String.class))
                .doesNotContain("0588");
        assertThat(rest.put("sysadmin", "/governments/{code}/supervision-phone", Map.of("phone", ""), city.code())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(page("/public/" + round + ".html").text()).doesNotContain("可打督查室电话");
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
