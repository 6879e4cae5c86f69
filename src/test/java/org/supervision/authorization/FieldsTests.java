package org.supervision.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.workflow.Caller;

/** What an address tells may hold more or less, by who asks: texts that were planted are looked for in whole answers. */
@ApplicationTest
class FieldsTests {

    private static final String PLANTED = "planted-draft-4711";
    private static final String PHONE = "13900004711";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDraftIsReadByItsUnitOnly() {
        TestCity city = cities.create();
        cities.keyTask(city, 1, 1);
        String round = cities.openFirstQuarter(city);
        String cycle = round + "-1";
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "已供地。"));
        String item = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        assertThat(rest.put(
                                city.liaison(0),
                                "/work-items/{id}/draft",
                                Map.of("values", Map.of("progress", PLANTED)),
                                item)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(rest.get(city.liaison(0), "/work-items/{id}", item).getBody().toString())
                .as("the unit itself")
                .contains(PLANTED);

        List<String> paths = List.of(
                "/api/v1/work-items",
                "/api/v1/work-items/" + item,
                "/api/v1/cycles/" + cycle,
                "/api/v1/cycles?round=" + round,
                "/api/v1/key-tasks/" + city.code() + "-2024-1",
                "/api/v1/statistics?round=" + round,
                "/api/v1/audit-entries",
                "/",
                "/work-items/" + item,
                "/cycles/" + cycle,
                "/key-tasks/" + city.code() + "-2024-1",
                "/rounds/" + round,
                "/audit",
                "/camunda/api/engine/engine/default/task/" + item,
                "/camunda/api/engine/engine/default/task/" + item + "/form-variables",
                "/camunda/api/engine/engine/default/variable-instance");
        for (String reader : List.of(
                city.liaison(1),
                city.leader(1),
                city.liaison(2),
                city.officer(),
                city.chief(),
                city.mayor(),
                cities.create().chief(),
                "sysadmin",
                "secadmin",
                "auditor")) {
            Caller caller = Caller.signedIn(port, reader, "demo");
            for (String path : paths) {
                assertThat(caller.get(path).body()).as(reader + " " + path).doesNotContain(PLANTED);
            }
        }
    }

    @Test
    void telephonesAreReadByWhoKeepsThePeopleOnly() {
        TestCity city = cities.create();
        jdbc.sql("insert into person_phone (username, phone) values (?, ?)")
                .params(city.leader(0), PHONE)
                .update();
        List<String> paths = List.of(
                "/people?government=" + city.code(),
                "/contacts",
                "/units?government=" + city.code(),
                "/api/v1/people?government=" + city.code(),
                "/api/v1/units?government=" + city.code(),
                "/deputies");

        assertThat(Caller.signedIn(port, city.chief(), "demo").get(paths.get(0)).body())
                .contains(PHONE);
        assertThat(Caller.signedIn(port, "sysadmin", "demo").get(paths.get(0)).body())
                .contains(PHONE);
        for (String reader :
                List.of(city.liaison(0), city.liaison(1), city.officer(), city.mayor(), "secadmin", "auditor")) {
            Caller caller = Caller.signedIn(port, reader, "demo");
            for (String path : paths) {
                assertThat(caller.get(path).body()).as(reader + " " + path).doesNotContain(PHONE);
            }
        }
        assertThat(Caller.signedIn(port, cities.create().chief(), "demo")
                        .get(paths.get(0))
                        .body())
                .as("another government's chief")
                .doesNotContain(PHONE);
    }
}
