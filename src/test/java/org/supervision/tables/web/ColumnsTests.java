package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** What the columns of a document hold, on its page and over HTTP. */
@ApplicationTest
class ColumnsTests {

    private static final String PLAN =
            """
            2031年重点工作任务
            序号\t目标任务\t牵头单位\t请联系
            1\t建成北门水厂。\t市一局\t5550101
            """;
    private static final String STRANGE =
            """
            滨江市2031年工程安排
            工程号\t要做的事\t哪家办
            1\t建成北门水厂并通水\t市一局
            """;

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void thePageShowsEachColumnWithExamplesAndReadsTheDocumentAgain() {
        String page = upload(PLAN);
        Document shown = pages.get(city.officer(), page);
        assertThat(shown.select("#columns li strong").eachText()).containsExactly("序号", "目标任务", "牵头单位", "请联系");
        assertThat(shown.select("#columns li").get(3).text()).contains("5550101");
        assertThat(shown.select("#columns option[selected]").eachAttr("value"))
                .containsExactly("NUMBER", "GOAL", "UNITS", "");

        pages.post(city.officer(), page + "/columns", Map.of("head", "请联系", "field", "SUPERVISION_PHONE"));

        Document mapped = pages.get(city.officer(), page);
        assertThat(mapped.select(".column-said").text()).contains("“请联系”读作监督电话");
        assertThat(pages.get(city.officer(), page + "?row=1")
                        .select("#row [name=supervisionPhone]")
                        .attr("value"))
                .isEqualTo("5550101");
        Document next = pages.get(city.officer(), upload(PLAN));
        assertThat(next.select("#columns").text()).contains("按指明的对应读取");

        pages.post(city.officer(), page + "/columns/forgetting", Map.of("head", "请联系"));

        assertThat(pages.get(city.officer(), page).select(".column-said")).isEmpty();
        assertThat(pages.get(city.officer(), upload(PLAN)).select(".column-said"))
                .isEmpty();
    }

    @Test
    void aTableBelowUnknownHeadsShowsItsColumnsFirst() {
        Document shown = pages.get(city.officer(), upload(STRANGE));

        assertThat(shown.select("#columns details[open]")).hasSize(1);
        assertThat(shown.select("#columns").text()).contains("表头没有认全");
        assertThat(shown.select(".action-bar a[href=#columns]")).hasSize(1);
        assertThat(shown.select(".action-bar [data-primary]")).isEmpty();
        assertThat(shown.select("#period [name=quarter]")).hasSize(1);
    }

    @Test
    void otherSystemsSayWhatColumnsHold() {
        String id = upload(STRANGE).replace("/imports/", "");
        JsonNode columns = rest.get(city.officer(), "/imports/{id}/columns", id).getBody();
        assertThat(columns.at("/items").findValuesAsText("head")).containsExactly("工程号", "要做的事", "哪家办");
        assertThat(columns.at("/items/0/field").isNull()).isTrue();

        JsonNode mapped = rest.put(
                        city.officer(),
                        "/imports/{id}/columns",
                        Map.of(
                                "columns",
                                List.of(
                                        Map.of("head", "工程号", "field", "NUMBER"),
                                        Map.of("head", "要做的事", "field", "GOAL"),
                                        Map.of("head", "哪家办", "field", "UNITS"))),
                        id)
                .getBody();

        assertThat(mapped.at("/items/0/field").asText()).isEqualTo("NUMBER");
        assertThat(mapped.at("/items/0/said").asBoolean()).isTrue();
        assertThat(mapped.at("/lostCorrections")).isEmpty();
        assertThat(rest.get(city.officer(), "/imports/{id}", id)
                        .getBody()
                        .at("/layout")
                        .asText())
                .isEqualTo("PLAN_LIST");
        JsonNode trail = rest.get(city.chief(), "/audit-entries?size=500").getBody();
        assertThat(trail.toString()).contains("columns.哪家办");
        assertThat(rest.delete(city.officer(), "/imports/{id}/columns?head={head}", id, "哪家办")
                        .getBody()
                        .at("/items/2/field")
                        .isNull())
                .isTrue();
    }

    @Test
    void onlyTheOfficeOfTheOwnGovernmentMaySayIt() {
        String id = upload(PLAN).replace("/imports/", "");
        Map<String, Object> said = Map.of("columns", List.of(Map.of("head", "请联系", "field", "SECTION")));

        assertThat(rest.put(cities.create().officer(), "/imports/{id}/columns", said, id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.put(city.liaison(0), "/imports/{id}/columns", said, id).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.put(
                                city.officer(),
                                "/imports/{id}/columns",
                                Map.of("columns", List.of(Map.of("head", "别的", "field", "SECTION"))),
                                id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String upload(String text) {
        return pages.upload(
                        city.officer(),
                        "/imports",
                        new MockMultipartFile("file", "plan.txt", null, text.getBytes(StandardCharsets.UTF_8)))
                .getRedirectedUrl();
    }
}
