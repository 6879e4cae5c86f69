package org.supervision.workflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GroupPath;

/** The filters of Tasklist: each narrows what its reader may see, and none shows anybody more. */
@ApplicationTest
class TasklistFiltersTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;

    @BeforeEach
    void twoReportsAreAwaited() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        round = cities.openFirstQuarter(city);
    }

    @Test
    void everybodyFindsTheSameFourInTheirOrder() {
        JsonNode filters = Caller.read(signedIn(city.liaison(0)).get(ENGINE + "/filter?resourceType=Task"));

        assertThat(filters)
                .extracting(filter -> filter.at("/name").asText())
                .containsExactlyInAnyOrder("我的待办", "本单位待办", "已逾期", "被退回");
        assertThat(filters).extracting(filter -> filter.at("/id").asText()).contains("tasklist-mine");
        assertThat(signedIn(city.officer())
                        .get(ENGINE + "/filter/tasklist-mine")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAColleagueHasClaimedIsTheUnitsAndNotMine() {
        String colleague = city.code() + "-second";
        accounts.create(
                new Account(
                        colleague,
                        "新联络员",
                        Set.of(GroupPath.liaison(city.code(), city.units().get(0))
                                .toString())),
                "demo");
        Caller first = signedIn(city.liaison(0));
        String task = tasks(first, "mine").get(0);
        first.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", city.liaison(0)));

        assertThat(tasks(first, "mine")).hasSize(2).contains(task);
        assertThat(tasks(signedIn(colleague), "mine")).hasSize(1).doesNotContain(task);
        assertThat(tasks(signedIn(colleague), "unit")).hasSize(2).contains(task);
    }

    @Test
    void overdueIsWhatIsPastItsDateByTheClockOfTheInstallation() {
        Caller liaison = signedIn(city.liaison(0));
        assertThat(tasks(liaison, "overdue")).isEmpty();

        time.to(OffsetDateTime.parse("2024-04-08T18:30:00+08:00").toInstant());

        Caller later = signedIn(city.liaison(0));
        assertThat(tasks(later, "overdue")).hasSize(2);
        assertThat(tasks(later, "overdue", Map.of("dueBefore", "2024-04-08T17:00:00.000+0800")))
                .as("what is asked for besides narrows further")
                .isEmpty();
        assertThat(tasks(later, "overdue", Map.of("dueBefore", "2034-04-08T17:00:00.000+0800")))
                .hasSize(2);
    }

    @Test
    void returnedAreReportsToDoOverAgainAndToReviewOnceMore() {
        Caller liaison = signedIn(city.liaison(0));
        Caller leader = signedIn(city.leader(0));
        assertThat(tasks(liaison, "returned")).isEmpty();
        cities.complete(
                city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "DONE", "progress", "完成选址。"));
        assertThat(tasks(leader, "returned")).isEmpty();

        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(tasks(liaison, "returned")).hasSize(1);
        assertThat(count(liaison, "returned")).isEqualTo(1);

        cities.complete(
                city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "DONE", "progress", "完成城东选址。"));
        assertThat(tasks(liaison, "returned")).isEmpty();
        assertThat(tasks(leader, "returned")).hasSize(1);
    }

    @Test
    void noFilterShowsWorkOfAnotherUnitOrGovernment() {
        time.to(OffsetDateTime.parse("2024-04-08T18:30:00+08:00").toInstant());
        TestCity other = cities.create();
        for (String stranger :
                List.of(city.liaison(1), city.leader(0), other.liaison(0), other.officer(), other.chief())) {
            Caller caller = signedIn(stranger);
            for (String filter : List.of("mine", "unit", "overdue", "returned")) {
                assertThat(tasks(caller, filter)).as(stranger + " " + filter).isEmpty();
                assertThat(count(caller, filter)).isZero();
                assertThat(tasks(caller, filter, Map.of("tenantIdIn", List.of(city.code()))))
                        .isEmpty();
                assertThat(tasks(caller, filter, Map.of("orQueries", List.of(Map.of("assignee", city.liaison(0))))))
                        .isEmpty();
            }
        }
    }

    @Test
    void cardsOfAPageAreAskedForAtOnceAndOnlyOnesOwnAreAnswered() {
        List<String> ids = tasks(signedIn(city.liaison(0)), "mine");
        String path = "/api/v1/work-items?id=" + String.join("&id=", ids);

        JsonNode mine = Caller.read(signedIn(city.liaison(0)).get(path));
        assertThat(mine.at("/items")).hasSize(2);
        assertThat(mine.at("/items/0/keyTask/leadUnit").asText()).isEqualTo("市一局");
        assertThat(Caller.read(signedIn(city.liaison(1)).get(path)).at("/items"))
                .isEmpty();
        assertThat(Caller.read(signedIn(cities.create().officer()).get(path)).at("/items"))
                .isEmpty();
        assertThat(signedIn(city.liaison(0))
                        .get("/api/v1/work-items?id="
                                + IntStream.range(0, 101)
                                        .mapToObj(String::valueOf)
                                        .collect(joining("&id=")))
                        .statusCode())
                .isEqualTo(422);
    }

    private Caller signedIn(String username) {
        return Caller.signedIn(port, username, "demo");
    }

    private static List<String> tasks(Caller caller, String filter) {
        return tasks(caller, filter, Map.of());
    }

    private static List<String> tasks(Caller caller, String filter, Map<String, ?> asked) {
        HttpResponse<String> answer =
                caller.post(ENGINE + "/filter/tasklist-" + filter + "/list?firstResult=0&maxResults=15", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.read(answer).findValuesAsText("id");
    }

    private static int count(Caller caller, String filter) {
        return Caller.read(caller.get(ENGINE + "/filter/tasklist-" + filter + "/count"))
                .at("/count")
                .asInt();
    }
}
