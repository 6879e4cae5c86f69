package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.Accounts;
import org.supervision.identity.PostGrants;
import org.supervision.workflow.Caller;

/** The directory over REST: everybody reads the own government's, chief and system administrator keep it. */
@ApplicationTest
class DirectoryRestTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PostGrants posts;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void everybodyLearnsWhoTheyAre() {
        JsonNode me = rest.get(city.liaison(0), "/me").getBody();

        assertThat(me.at("/username").asText()).isEqualTo(city.liaison(0));
        assertThat(me.at("/government").asText()).isEqualTo(city.code());
        assertThat(me.at("/unit").asText()).isEqualTo(city.units().get(0));
        assertThat(me.at("/unitName").asText()).isEqualTo("市一局");
        assertThat(me.at("/roles").toString()).isEqualTo("[\"LIAISON\"]");
        assertThat(rest.get("auditor", "/me").getBody().at("/government").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sysadmin, 200",
        "secadmin, 403",
        "auditor, 403",
        "{city}-chief, 403",
        "{city}-officer, 403",
        "{city}-mayor, 403"
    })
    void onlyTheSystemAdministratorSeesTheGovernments(String username, int status) {
        assertThat(rest.get(person(username), "/governments").getStatusCode().value())
                .isEqualTo(status);
    }

    @Test
    void aGovernmentIsTakenInOnce() {
        String code = "r" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> form = Map.of("code", code, "name", "新城市");

        assertThat(rest.post("sysadmin", "/governments", form).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(rest.post("sysadmin", "/governments", form).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(rest.get(code + "-chief", "/me")
                        .getBody()
                        .at("/governmentName")
                        .asText())
                .isEqualTo("新城市");
    }

    @Test
    void aWrongFieldIsNamedInTheAnswer() {
        ResponseEntity<JsonNode> answer = rest.post("sysadmin", "/governments", Map.of("code", "No good", "name", "X"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().at("/errors/0/field").asText()).isEqualTo("code");
        assertThat(answer.getBody().at("/errors/0/message").asText()).contains("小写字母");
    }

    @Test
    void theUnitsAreListedWithTheirAccounts() {
        JsonNode units = rest.get(city.liaison(2), "/units?size=2&page=0").getBody();

        assertThat(units.at("/total").asInt()).isEqualTo(3);
        assertThat(units.at("/size").asInt()).isEqualTo(2);
        assertThat(units.at("/items/0/code").asText()).isEqualTo(city.code() + "-u001");
        assertThat(units.at("/items/0/name").asText()).isEqualTo("市一局");
        assertThat(units.at("/items/0/aliases")).isEmpty();
        assertThat(units.at("/items/0/accounts").toString())
                .isEqualTo("[\"%s\",\"%s\"]".formatted(city.leader(0), city.liaison(0)));
    }

    @Test
    void aPageHoldsAtMostFiveHundred() {
        assertThat(rest.get(city.chief(), "/units?size=100000")
                        .getBody()
                        .at("/size")
                        .asInt())
                .isEqualTo(500);
    }

    @Test
    void anotherGovernmentsUnitsDoNotExist() {
        TestCity other = cities.create();

        assertThat(rest.get(city.chief(), "/units?government={other}", other.code())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.get(city.chief(), "/people?government={other}", other.code())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.post(
                                city.chief(),
                                "/units/{unit}/aliases",
                                Map.of("alias", "又名"),
                                other.units().get(0))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.post(city.chief(), "/units", Map.of("name", "市四局", "government", other.code()))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.get(other.chief(), "/units").getBody().at("/total").asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "{city}-chief, 201",
        "{city}-officer, 403",
        "{city}-mayor, 403",
        "{city}-u001-liaison, 403",
        "{city}-u001-leader, 403",
        "secadmin, 403",
        "auditor, 403"
    })
    void onlyTheChiefOfTheGovernmentEntersUnits(String username, int status) {
        assertThat(rest.post(person(username), "/units", Map.of("name", "市四局"))
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @Test
    void theSystemAdministratorEntersUnitsForTheGovernmentNamed() {
        assertThat(rest.post("sysadmin", "/units", Map.of("name", "市四局")).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(rest.post("sysadmin", "/units", Map.of("name", "市四局", "government", city.code()))
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo(city.code() + "-u004");
    }

    @Test
    void anAliasIsAdded() {
        ResponseEntity<JsonNode> answer = rest.post(
                city.chief(),
                "/units/{unit}/aliases",
                Map.of("alias", "第一局"),
                city.units().get(0));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody().at("/aliases/0").asText()).isEqualTo("第一局");
    }

    @Test
    void thePeopleOfTheGovernmentAreListed() {
        JsonNode people = rest.get(city.officer(), "/people").getBody();

        assertThat(people.findValuesAsText("username"))
                .contains(city.chief(), city.officer(), city.mayor(), city.leader(2), city.liaison(2))
                .doesNotContain("sysadmin");
        assertThat(people.at("/total").asInt()).isEqualTo(9);
    }

    /** Telephones are not told at all; the office and the system administrator find both on the page of the people. */
    @ParameterizedTest
    @CsvSource({
        "{city}-chief, true",
        "{city}-officer, true",
        "sysadmin, true",
        "{city}-u001-leader, true",
        "{city}-u001-liaison, false",
        "{city}-u002-liaison, false",
        "{city}-mayor, false",
        "auditor, false",
        "secadmin, false"
    })
    void howToReachPeopleIsToldToTheOfficeAndToThemselves(String reader, boolean told) {
        jdbc.sql("update act_id_user set email_ = 'planted@example.org' where id_ = ?")
                .param(city.leader(0))
                .update();
        jdbc.sql("insert into person_phone (username, phone) values (?, '13900009999')")
                .param(city.leader(0))
                .update();

        String people = String.valueOf(
                rest.get(person(reader), "/people?government=" + city.code()).getBody());

        assertThat(people).contains(city.leader(0)).doesNotContain("13900009999");
        assertThat(people.contains("planted@example.org")).isEqualTo(told);
    }

    @Test
    void aPersonIsAddedAndChangesTheGivenPasswordFirst() {
        String username = city.code() + "-new";
        Map<String, String> form = Map.of(
                "username",
                username,
                "name",
                "王新",
                "password",
                "demo-demo",
                "role",
                "LIAISON",
                "unit",
                city.units().get(1));

        ResponseEntity<JsonNode> answer = rest.post(city.chief(), "/people", form);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody().at("/unit").asText()).isEqualTo(city.units().get(1));
        assertThat(answer.getBody().has("password")).isFalse();
        assertThat(rest.post(city.chief(), "/people", form).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(rest.get(city.chief(), "/people").getBody().findValuesAsText("username"))
                .contains(username);
        assertThat(Caller.basic(port, username, form.get("password"))
                        .get("/api/v1/work-items")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.basic(port, username, form.get("password"))
                        .post("/api/v1/me/password", Map.of("password", "lotus anvil quarz"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Caller.basic(port, username, "lotus anvil quarz")
                        .get("/api/v1/work-items")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Who could make a chief with a password of their own choice could do everything. */
    @Test
    void whomTheSystemAdministratorAddsHasNoPostUntilItIsGranted() {
        String username = city.code() + "-new";
        Map<String, String> form = new HashMap<>(
                Map.of("username", username, "name", "王新", "role", "OFFICE_CHIEF", "government", city.code()));

        form.put("password", "known-2024");
        assertThat(rest.post("sysadmin", "/people", form).getStatusCode()).isEqualTo(HttpStatus.CREATED);

        assertThat(accounts.find(username).orElseThrow().groupPaths()).isEmpty();
        assertThat(accounts.find(username).orElseThrow().state()).isEqualTo(Accounts.State.FIRST_PASSWORD);
        cities.as("secadmin", () -> posts.decide(username, city.code() + "/office/chief", true));
        assertThat(accounts.find(username).orElseThrow().groupPaths()).containsExactly(city.code() + "/office/chief");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    {city}-chief, OFFICER,      ,     201
                    {city}-chief, UNIT_LEADER,  u001, 201
                    {city}-chief, UNIT_LEADER,  ,     422
                    {city}-chief, UNIT_LEADER,  u999, 422
                    {city}-chief, OFFICE_CHIEF, ,     403
                    {city}-chief, CITY_LEADER,  ,     403
                    {city}-chief, SYSTEM_ADMIN, ,     422
                    {city}-chief, WIZARD,       ,     400
                    sysadmin,     OFFICE_CHIEF, ,     201
                    sysadmin,     CITY_LEADER,  ,     201
                    sysadmin,     AUDITOR,      ,     422
                    {city}-officer, LIAISON,    u001, 403
                    secadmin,     LIAISON,      u001, 403
                    """)
    void postsAreFilledFromAbove(String by, String role, String unit, int status) {
        Map<String, Object> form = new HashMap<>(
                Map.of("username", city.code() + "-new", "name", "王新", "role", role, "government", city.code()));
        if (unit != null) {
            form.put("unit", city.code() + "-" + unit);
        }

        assertThat(rest.post(person(by), "/people", form).getStatusCode().value())
                .isEqualTo(status);
    }

    private String person(String username) {
        return username.replace("{city}", city.code());
    }
}
