package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** An act on a cycle can be taken back for 30 seconds while nobody has acted on it. */
@ApplicationTest
class ActUndoingTests {

    private static final Map<String, ?> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, ?> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, ?> RETURN = Map.of("decision", "RETURN", "comment", "写明地点");
    private static final Map<String, ?> OFFICE_RETURN =
            Map.of("decision", "RETURN", "comment", "写明地点", "reasonCode", "FORMAT");

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aReportIsSubmitted() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
        time.to(Instant.parse("2024-04-08T08:00:00Z"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
    }

    @Test
    void aSubmissionGoesBackToTheDraftWithItsTextAndDeadline() {
        var before = rest.get(city.officer(), "/cycles/{id}", cycle).getBody();

        assertThat(undo(city.liaison(0))).isEqualTo(HttpStatus.OK);

        var after = rest.get(city.officer(), "/cycles/{id}", cycle).getBody();
        assertThat(after.at("/cycle/state").asText()).isEqualTo("DRAFTING");
        assertThat(after.at("/cycle/reportDueAt")).isEqualTo(before.at("/cycle/reportDueAt"));
        assertThat(after.at("/reports")).isEmpty();
        assertThat(rest.get(city.liaison(0), "/cycles/{id}", cycle)
                        .getBody()
                        .at("/reports/0/undoneAt")
                        .isNull())
                .isFalse();
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).isEmpty();
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
        String item = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
        assertThat(rest.get(city.liaison(0), "/work-items/{id}", item)
                        .getBody()
                        .at("/values/progress")
                        .asText())
                .isEqualTo("完成选址。");

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(rest.get(city.officer(), "/cycles/{id}", cycle)
                        .getBody()
                        .at("/reports/0/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aSubmissionThatIsTakenBackAfterTheDueInstantIsOverdueAgain() {
        undo(city.liaison(0));
        time.to(Instant.parse("2024-04-08T10:00:00Z"));
        time.to(Instant.parse("2024-04-08T10:01:00Z"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(episodes()).isEqualTo(1);

        undo(city.liaison(0));
        time.to(Instant.parse("2024-04-08T10:03:00Z"));

        assertThat(episodes()).isEqualTo(2);
    }

    @Test
    void theLadderGoesOnWhereItStoodWhenALateSubmissionIsTakenBack() {
        undo(city.liaison(0));
        time.to(Instant.parse("2024-04-16T01:00:00Z"));
        List<String> before = slips();
        int lines = scoreLines();
        assertThat(before).hasSize(3).allMatch(slip -> slip.endsWith(" open"));
        String order = slipId("SUPERVISION_ORDER");

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(slips()).allMatch(slip -> slip.endsWith(" REPORT_SUBMITTED"));
        assertThat(cities.kindsWaitingFor(city.officer(), order)).isEmpty();
        assertThat(undo(city.liaison(0))).isEqualTo(HttpStatus.OK);

        assertThat(slips()).isEqualTo(before);
        assertThat(cities.kindsWaitingFor(city.officer(), order)).containsExactly("order-signature");
        time.to(Instant.parse("2024-04-16T01:05:00Z"));
        assertThat(slips()).isEqualTo(before);
        assertThat(scoreLines()).isEqualTo(lines);
        time.to(Instant.parse("2024-04-22T01:00:00Z"));
        assertThat(slips()).hasSize(4).containsAll(before);

        String interview = slipId("INTERVIEW");
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(undo(city.liaison(0))).isEqualTo(HttpStatus.OK);
        time.to(Instant.parse("2024-04-22T01:05:00Z"));
        assertThat(slips()).hasSize(4).allMatch(slip -> slip.endsWith(" open"));
        assertThat(cities.kindsWaitingFor(city.mayor(), interview)).containsExactly("interview-decision");
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        time.to(Instant.parse("2024-04-22T01:10:00Z"));
        assertThat(slips()).hasSize(4).allMatch(slip -> slip.endsWith(" REPORT_SUBMITTED"));
        assertThat(jdbc.sql("select count(*) from audit_entry where object_id = ? and act = 'reopen-slip'")
                        .param(order)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theReminderOfALateReviewIsOpenAgainAndNotIssuedAnew() {
        time.to(Instant.parse("2024-04-11T01:00:00Z"));
        List<String> before = slips();
        assertThat(before).hasSize(1).allMatch(slip -> slip.endsWith(" open"));
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        assertThat(slips()).allMatch(slip -> slip.endsWith(" REVIEW_DONE"));

        undo(city.leader(0));
        time.to(Instant.parse("2024-04-11T01:05:00Z"));

        assertThat(slips()).isEqualTo(before);
    }

    @Test
    void anApprovalOfTheUnitGoesBackToItsLeader() {
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);

        assertThat(undo(city.leader(0))).isEqualTo(HttpStatus.OK);

        assertThat(cities.kindsWaitingFor(city.officer(), cycle)).isEmpty();
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
        var after = rest.get(city.leader(0), "/cycles/{id}", cycle).getBody();
        assertThat(after.at("/cycle/state").asText()).isEqualTo("UNIT_REVIEW");
        assertThat(after.at("/reports/0/reviews")).isEmpty();
        cities.complete(city.leader(0), cycle, "unit-review", RETURN);
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
    }

    @Test
    void aReturnOfTheUnitGoesBackToItsLeaderWithTheOldDeadline() {
        var before = rest.get(city.leader(0), "/cycles/{id}", cycle).getBody();
        cities.complete(city.leader(0), cycle, "unit-review", RETURN);

        assertThat(undo(city.leader(0))).isEqualTo(HttpStatus.OK);

        assertThat(rest.get(city.leader(0), "/cycles/{id}", cycle).getBody().at("/cycle"))
                .isEqualTo(before.at("/cycle"));
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
    }

    @Test
    void aReturnOfTheOfficeGoesBackToItAndCostsNothing() {
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        cities.complete(city.officer(), cycle, "office-review", OFFICE_RETURN);

        assertThat(undo(city.officer())).isEqualTo(HttpStatus.OK);

        assertThat(cities.kindsWaitingFor(city.officer(), cycle)).containsExactly("office-review");
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(returnsThatCount()).isZero();
        cities.complete(city.officer(), cycle, "office-review", OFFICE_RETURN);
        assertThat(returnsThatCount()).isEqualTo(1);
    }

    @Test
    void nobodyElseUndoesAndNotLaterOrAfterTheNextAct() {
        assertThat(undo(city.leader(0))).isEqualTo(HttpStatus.CONFLICT);
        assertThat(undo(city.liaison(1))).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(undo(cities.create().officer())).isEqualTo(HttpStatus.NOT_FOUND);

        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        assertThat(undo(city.liaison(0))).isEqualTo(HttpStatus.CONFLICT);

        time.to(Instant.parse("2024-04-08T09:00:00Z"));
        assertThat(undo(city.leader(0))).isEqualTo(HttpStatus.CONFLICT);
        assertThat(cities.kindsWaitingFor(city.officer(), cycle)).containsExactly("office-review");
    }

    @Test
    void aFinalApprovalStands() {
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        cities.complete(
                city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));

        assertThat(undo(city.officer())).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void theTrailSaysWhatWasTakenBack() {
        undo(city.liaison(0));

        assertThat(jdbc.sql("select actor from audit_entry where object_id = ? and act = 'undo'")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo(city.liaison(0));
    }

    @Test
    void theDeskOffersToUndoAndThePageSaysThatItWasDone() {
        Page desk = portal.signIn(city.liaison(0)).open("/");
        assertThat(desk.text(".undo-strip")).contains("第 1 项报告已提交", "撤回");

        Page done = desk.submit(".undo-strip", Map.of());

        assertThat(done.path()).isEqualTo("/cycles/" + cycle);
        assertThat(done.text("main")).contains("已撤回，期限和办理环节恢复原状", "撤回第 1 版");
        assertThat(done.content().select(".undo-strip")).isEmpty();
        assertThat(portal.signIn(city.leader(0)).open("/").content().select(".undo-strip"))
                .isEmpty();
    }

    private HttpStatus undo(String username) {
        return (HttpStatus)
                rest.post(username, "/cycles/{id}/undo", null, cycle).getStatusCode();
    }

    /** Each with its rung, its number and why it ended. */
    private List<String> slips() {
        return jdbc.sql(
                        """
                        select level || ' ' || coalesce(number, 0) || ' ' || coalesce(ended_because, 'open') from slip
                        where cycle_id = ? order by drafted_at, id""")
                .param(cycle)
                .query(String.class)
                .list();
    }

    private String slipId(String kind) {
        return jdbc.sql("select id from slip where cycle_id = ? and kind = ?")
                .params(cycle, kind)
                .query(String.class)
                .single();
    }

    private int scoreLines() {
        return jdbc.sql("select count(*) from score_line where unit = ?")
                .param(city.units().get(0))
                .query(Integer.class)
                .single();
    }

    private int episodes() {
        return jdbc.sql("select overdue_episodes from reporting_cycle where id = ?")
                .param(cycle)
                .query(Integer.class)
                .single();
    }

    private int returnsThatCount() {
        return jdbc.sql("select count(*) from score_line where cause_id = ? and cancelled_at is null")
                .param(cycle + "/1")
                .query(Integer.class)
                .single();
    }
}
