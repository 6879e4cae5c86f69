package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** Requests no page and no program of ours makes: methods nobody needs, one thing said twice and differently. */
@ApplicationTest
class OddRequestsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/api/v1/me", "/public/", "/css/supervision.css", "/camunda/app/tasklist/"})
    void traceAnswersNothingOfWhatWasSent(String path) {
        for (Caller caller : List.of(
                Caller.anonymous(port), Caller.basic(port, cities.create().officer(), "demo"))) {
            HttpResponse<String> answer =
                    caller.with("X-Echo", "said-by-the-caller").send("TRACE", path, null);

            assertThat(answer.statusCode()).isIn(400, 401, 403, 405);
            assertThat(answer.body()).doesNotContain("said-by-the-caller");
            assertThat(answer.headers().firstValue("Allow").orElse("")).doesNotContain("TRACE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACK", "DEBUG", "PROPFIND", "CONNECTED"})
    void methodsNobodyNeedsAreRefused(String method) {
        assertThat(Caller.basic(port, cities.create().officer(), "demo")
                        .send(method, "/api/v1/me", null)
                        .statusCode())
                .isIn(400, 403, 405, 501);
    }

    /** Whichever of the two is taken, it is the one that is looked at. */
    @ParameterizedTest
    @CsvSource({
        "/people?government={own}&government={other}",
        "/people?government={other}&government={own}",
        "/people?government={own}%2C{other}",
        "/units?government={own}&government={other}",
        "/units?government={other}&government={own}",
        "/cycles?round={own}-2024-q1&round={other}-2024-q1",
        "/cycles?round={other}-2024-q1&round={own}-2024-q1",
        "/cycles?unit={ownUnit}&unit={otherUnit}",
        "/key-tasks?unit={otherUnit}&unit={ownUnit}",
        "/statistics?round={own}-2024-q1&round={other}-2024-q1",
        "/audit-entries?objectId={other}&objectId={own}&government={other}",
        "/slips?round={other}-2024-q1&round={own}-2024-q1",
    })
    void aParameterThatIsRepeatedOpensNoOtherGovernment(String path) {
        TestCity own = cities.create();
        TestCity other = cities.create();
        cities.keyTask(own, 1);
        cities.keyTask(other, 1);

        HttpResponse<String> answer = Caller.basic(port, own.chief(), "demo")
                .get("/api/v1"
                        + path.replace("{own}", own.code())
                                .replace("{other}", other.code())
                                .replace("{ownUnit}", own.units().get(0))
                                .replace("{otherUnit}", other.units().get(0)));

        assertThat(answer.statusCode()).isLessThan(500);
        if (answer.statusCode() < 300) {
            assertThat(answer.body()).doesNotContain(other.code());
        }
    }

    @Test
    void aFieldThatIsRepeatedGivesNoPostTheCallerCannotGive() {
        TestCity city = cities.create();
        Caller chief = Caller.basic(port, city.chief(), "demo");

        for (String roles : List.of(
                "\"role\": \"OFFICER\", \"role\": \"OFFICE_CHIEF\"",
                "\"role\": \"OFFICE_CHIEF\", \"role\": \"OFFICER\"")) {
            chief.post("/api/v1/people", "{\"name\": \"Somebody\", " + roles + "}");
        }

        assertThat(Caller.read(chief.get("/api/v1/people")).at("/items"))
                .noneMatch(person -> person.at("/name").asText().equals("Somebody")
                        && person.at("/roles").toString().contains("OFFICE_CHIEF"));
    }

    @Test
    void aRepeatedTokenIsNoToken() {
        Caller officer = Caller.signedIn(port, cities.create().officer(), "demo");
        String token = officer.csrf("/password");

        assertThat(officer.form("/password?_csrf=wrong", Map.of("current", "x")).statusCode())
                .isEqualTo(403);
        assertThat(officer.form("/password?_csrf=wrong", Map.of("_csrf", token, "current", "x"))
                        .statusCode())
                .as("the first one counts")
                .isEqualTo(403);
        assertThat(officer.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    /** Spring Data decodes it once more. */
    @ParameterizedTest
    @ValueSource(strings = {"x%25'", "number%2525,desc", "%25"})
    void anOrderThatCannotBeReadIsNoFailure(String sort) {
        Caller officer = Caller.basic(port, cities.create().officer(), "demo");

        assertThat(officer.get("/api/v1/key-tasks?sort=" + sort).statusCode()).isEqualTo(400);
        assertThat(officer.get("/api/v1/cycles?sort=" + sort).statusCode()).isEqualTo(400);
    }
}
