package org.supervision.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.TestNotices;
import org.supervision.workflow.Caller;

/** The calendar over REST: everybody reads a year, the system administrator replaces it as a whole or not at all. */
@ApplicationTest
class CalendarRestTests {

    private static final int YEAR = 2034;
    private static final Map<String, String> NEW_YEAR = Map.of("day", "2034-01-02", "kind", "holiday", "name", "元旦");

    @LocalServerPort
    private int port;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestCities cities;

    @Autowired
    private TestNotices testNotices;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @AfterEach
    void forgetTheNotice() {
        testNotices.forget(YEAR);
    }

    @Test
    void everybodyReadsAYear() {
        for (String username : List.of(city.liaison(0), city.officer(), city.mayor(), "sysadmin", "auditor")) {
            JsonNode year = rest.get(username, "/calendar/2026").getBody();

            assertThat(year.get("known").asBoolean()).isTrue();
            assertThat(year.get("workingDays").asInt()).isEqualTo(248);
            assertThat(year.get("days").get(0).get("day").asText()).isEqualTo("2026-01-01");
            assertThat(year.get("days").get(0).get("kind").asText()).isEqualTo("holiday");
            assertThat(year.get("days")).hasSize(39);
        }
    }

    @Test
    void aYearWithoutNoticeSaysSo() {
        JsonNode year = rest.get(city.officer(), "/calendar/" + YEAR).getBody();

        assertThat(year.get("known").asBoolean()).isFalse();
        assertThat(year.get("days")).isEmpty();
        assertThat(rest.get(city.officer(), "/calendar/1999").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void theSystemAdministratorLoadsAYearAsJson() {
        JsonNode year = json(put("sysadmin", Map.of("days", List.of(NEW_YEAR))), 200);

        assertThat(year.get("known").asBoolean()).isTrue();
        assertThat(year.get("changedBy").asText()).isEqualTo("sysadmin");
        assertThat(year.get("changedAt").asText()).endsWith("+08:00");
        assertThat(year.get("changes")).hasSize(1);
        assertThat(year.get("changes").get(0).get("after").get("name").asText()).isEqualTo("元旦");
        assertThat(rest.get(city.officer(), "/calendar/" + YEAR).getBody().get("days"))
                .hasSize(1);
        assertThat(json(put("sysadmin", Map.of("days", List.of(NEW_YEAR))), 200).get("changes"))
                .as("the same again")
                .isEmpty();
    }

    @Test
    void theSystemAdministratorLoadsAYearAsCsvAndGetsItBack() {
        String csv = "date,kind,name\n2034-01-02,holiday,元旦\n2034-01-07,make-up,\n";

        assertThat(json(putCsv("sysadmin", csv), 200).get("days")).hasSize(2);

        HttpResponse<String> file = Caller.basic(port, city.officer(), "demo").get("/api/v1/calendar/" + YEAR + ".csv");
        assertThat(file.body()).isEqualTo(csv);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("public-holidays-2034.csv");
    }

    @Test
    void nobodyElseLoadsAYear() {
        for (String username :
                List.of(city.liaison(0), city.officer(), city.chief(), city.mayor(), "secadmin", "auditor")) {
            assertThat(put(username, Map.of("days", List.of(NEW_YEAR))).statusCode())
                    .as(username)
                    .isEqualTo(403);
            assertThat(putCsv(username, "2034-01-02,holiday,A").statusCode())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(rest.get("sysadmin", "/calendar/" + YEAR)
                        .getBody()
                        .get("known")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void everyWrongLineIsNamedAndTheOldDataStayInForce() {
        putCsv("sysadmin", "2034-01-02,holiday,元旦");

        JsonNode problem =
                json(putCsv("sysadmin", "2034-01-03,holiday,元旦\n2034-01-04,make-up,\n2033-12-31,holiday,元旦"), 422);

        assertThat(problem.get("detail").asText()).contains("有 2 处要改");
        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("line 2", "line 3");
        assertThat(problem.get("errors").findValuesAsText("message"))
                .containsExactly("第 2 行：2034-01-04 不是周末，本来就上班，去掉或改成周末的日期。", "第 3 行：2033-12-31 不在 2034 年，到那一年的日历上改。");
        assertThat(rest.get("sysadmin", "/calendar/" + YEAR)
                        .getBody()
                        .get("days")
                        .findValuesAsText("day"))
                .containsExactly("2034-01-02");
    }

    @Test
    void wrongEntriesOfJsonAreNamedToo() {
        assertThat(json(put("sysadmin", Map.of("days", List.of(NEW_YEAR, Map.of("day", "2034-01-07"), NEW_YEAR))), 422)
                        .get("errors")
                        .findValuesAsText("code"))
                .containsExactly("calendar.line.no-kind", "calendar.line.duplicate");
        assertThat(json(put("sysadmin", Map.of("days", java.util.Collections.singletonList(null))), 422)
                        .get("errors"))
                .hasSize(2);
        assertThat(json(put("sysadmin", Map.of()), 422).get("code").asText()).isEqualTo("calendar.notice.empty");
    }

    @Test
    void itIsDescribed() {
        JsonNode description =
                Caller.read(Caller.anonymous(port).get("/v3/api-docs")).at("/paths/~1api~1v1~1calendar~1{year}");

        assertThat(description.at("/get/summary").asText()).isNotEmpty();
        assertThat(description.at("/put/requestBody/content").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/json", "text/csv");
    }

    private HttpResponse<String> put(String username, Map<String, ?> body) {
        return Caller.basic(port, username, "demo").send("PUT", "/api/v1/calendar/" + YEAR, body);
    }

    private HttpResponse<String> putCsv(String username, String text) {
        Caller caller = Caller.basic(port, username, "demo");
        return caller.exchange(caller.request("/api/v1/calendar/" + YEAR)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Caller.read(answer);
    }
}
