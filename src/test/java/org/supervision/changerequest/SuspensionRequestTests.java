package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.keytask.KeyTask;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.PlannedRound;
import org.supervision.shared.Quarter;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.WorkItems;

/** Every way through a suspension: asked, decided, in force over days and quarter ends, and resumed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspensionRequestTests extends ChangeRequestScenario {

    private static final LocalDate EXPECTED = day("2024-05-10");

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Drafts drafts;

    private String round;
    private String cycle;

    @BeforeEach
    void aRoundIsOpenUntilTheEndOfMay() {
        to("2024-03-25T09:00");
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        round = openFirstQuarter(day("2024-05-31"));
        cycle = round + "-1";
        to("2024-04-03T09:00");
    }

    @AfterAll
    void everyElementWasPassed() {
        assertEveryElementWasPassed("suspension-request");
    }

    @Test
    void stopsTheCycleAndItsTimersWhenTheCityLeaderGrants() {
        String id = ask(city.liaison(0), 1);
        assertThat(id).isEqualTo(keyTask(1).id() + "-suspension-1");
        grant(city.leader(0), id);
        grant(city.officer(), id);
        assertThat(cycle(cycle).state()).isEqualTo(CycleState.DRAFTING);
        grant(city.mayor(), id);

        assertThat(cycle(cycle).state()).isEqualTo(CycleState.SUSPENDED);
        assertThat(keyTasks.suspendedOn(keyTask(1).id())).contains(day("2024-04-03"));
        assertThat(waitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(suspended(cycle)).hasSize(1);

        to("2024-04-15T09:00");
        assertThat(cycle(cycle).overdue()).isFalse();
        assertThat(slips(cycle)).isEmpty();
        assertThat(ladders(cycle)).isZero();
    }

    @Test
    void waitsForTheOfficeAndResumesWithTheDeadlineLaterByTheLostDays() {
        String id = suspend(1);
        assertThat(waitingFor(city.liaison(0), id)).isEmpty();
        assertThat(waitingFor(city.officer(), id)).containsExactly("suspension-resumption");
        assertThat(tasksOf(id))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-05-10T18:00"));

        // 7, 8, 9 and 10 April are working days.
        to("2024-04-10T09:00");
        resume(id);

        assertThat(cycle(cycle).state()).isEqualTo(CycleState.DRAFTING);
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-12T18:00"));
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(at("2024-04-12T18:00"))));
        assertThat(tasksOf(cycle))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-04-12T18:00"));
        assertThat(suspended(cycle)).isEmpty();
        assertThat(waitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
        assertThat(request(id).resumedAt()).isNotNull();
        assertThat(endedAt(id)).containsExactly("EndEvent_Resumed");

        to("2024-04-15T09:00");
        assertThat(ladders(cycle)).isEqualTo(1);
        assertThat(slips(cycle)).hasSize(1);
    }

    @Test
    void rebasesPartsAndReportWhilePartsAreAwaited() {
        String shared = round + "-2";
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        String id = suspend(2);
        to("2024-04-10T09:00");
        assertThat(cycle(shared).state()).as("parts were due on 3 April").isEqualTo(CycleState.SUSPENDED);
        resume(id);

        assertThat(waitingFor(city.liaison(2), shared)).containsExactly("partner-part");
        assertThat(timers(shared))
                .isEqualTo(Map.of(
                        "BoundaryEvent_PartsDue", List.of(at("2024-04-10T18:00")),
                        "BoundaryEvent_ReportOverdue", List.of(at("2024-04-12T18:00"))));
        to("2024-04-10T18:01");
        assertThat(waitingFor(city.liaison(0), shared)).containsExactly("progress-report");
    }

    @Test
    void rebasesTheReviewThatIsUnderWay() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        String id = suspend(1);
        to("2024-04-10T09:00");
        assertThat(waitingFor(city.leader(0), cycle)).isEmpty();
        resume(id);

        // Two working days from 3 April are 8 April; four were lost.
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_UnitReviewOverdue", List.of(at("2024-04-12T18:00"))));
        assertThat(waitingFor(city.leader(0), cycle)).containsExactly("unit-review");
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(timers(cycle)).containsOnlyKeys("BoundaryEvent_ReportOverdue");
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-12T18:00"));
    }

    @Test
    void watchesAReviewAgainThatWasLateBeforeAndKeepsItsDraft() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_UnitReviewOverdue", List.of(at("2024-04-08T18:00"))));
        to("2024-04-08T18:01");
        assertThat(ladders(cycle)).isEqualTo(1);
        cities.as(city.leader(0), () -> {
            drafts.save(cities.waiting(cycle, "unit-review").id(), Map.of("comment", "写明地点"), Map.of(), null);
            return null;
        });
        String id = suspend(1);
        to("2024-04-12T09:00");
        resume(id);

        assertThat(cities.as(city.leader(0), () -> workItems
                        .get(cities.waiting(cycle, "unit-review").id())
                        .values()))
                .containsEntry("comment", "写明地点");
        // Lost: 9, 10, 11 and 12 April.
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_UnitReviewOverdue", List.of(at("2024-04-12T18:00"))));
        assertThat(ladders(cycle)).isZero();
        assertThat(tasksOf(cycle))
                .singleElement()
                .satisfies(task -> assertThat(task.getDueDate().toInstant()).isEqualTo(at("2024-04-12T18:00")));
        to("2024-04-15T09:00");
        assertThat(ladders(cycle)).isEqualTo(1);
        assertThat(slips(cycle)).hasSize(1);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        assertThat(waitingFor(city.officer(), cycle)).containsExactly("office-review");
    }

    @Test
    void watchesALateOfficeReviewAgain() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        to("2024-04-09T18:01");
        String id = suspend(1);
        to("2024-04-12T09:00");
        resume(id);

        assertThat(timers(cycle))
                .isEqualTo(Map.of("BoundaryEvent_OfficeReviewOverdue", List.of(at("2024-04-12T18:00"))));
    }

    @Test
    void stopsTheLadderTooAndWatchesANewDateWhenTheReportWasLate() {
        to("2024-04-08T18:01");
        assertThat(ladders(cycle)).isEqualTo(1);
        String id = suspend(1);
        to("2024-04-12T09:00");
        assertThat(slips(cycle)).as("the first rung was due on 9 April").isEmpty();
        resume(id);

        // Lost: 9, 10, 11 and 12 April.
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-12T18:00"));
        assertThat(cycle(cycle).overdue()).isFalse();
        assertThat(timers(cycle))
                .isEqualTo(Map.of("IntermediateCatchEvent_NewDueDate", List.of(at("2024-04-12T18:00"))));
        to("2024-04-15T09:00");
        assertThat(cycle(cycle).overdue()).isTrue();
        assertThat(timers(cycle)).isEmpty();
    }

    @Test
    void goesOnWithTheSameLadderWhenTheReportIsStillLate() {
        to("2024-04-10T09:00");
        assertThat(slips(cycle)).hasSize(1);
        String id = suspend(1);
        to("2024-04-12T09:00");
        resume(id);

        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-10T18:00"));
        assertThat(cycle(cycle).overdue()).isTrue();
        to("2024-04-12T09:01");
        assertThat(ladders(cycle)).isEqualTo(1);
        assertThat(timers(cycle)).isEmpty();
        assertThat(slips(cycle)).hasSize(1);
        to("2024-04-15T00:04");
        assertThat(slips(cycle)).hasSize(1);
        to("2024-04-15T00:06");
        assertThat(slips(cycle)).as("the third working day after the new date").hasSize(2);
    }

    @Test
    void lastsOverTheEndOfAQuarter() {
        String id = suspend(1);
        cities.complete(city.officer(), round, "round-closing", Map.of());
        to("2024-04-15T09:00");
        assertThat(cycle(cycle).outcome()).isEqualTo(CycleOutcome.SUSPENDED);
        assertThat(instances(cycle)).isZero();

        to("2024-06-28T09:00");
        String second = office(() -> planning.plan(
                city.code(), new PlannedRound(new Quarter(2024, 2), day("2024-07-01"), null, null, null, null, null)));
        to("2024-07-01T09:00");
        String next = second + "-1";
        assertThat(cycle(next).state()).isEqualTo(CycleState.SUSPENDED);
        assertThat(instances(next)).isZero();
        assertThat(cycle(second + "-2").state()).isEqualTo(CycleState.PARTNER_INPUT);

        to("2024-07-03T09:00");
        resume(id);
        assertThat(cycle(next).state()).isEqualTo(CycleState.DRAFTING);
        assertThat(instances(next)).isEqualTo(1);
        assertThat(timers(next)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(at("2024-07-09T18:00"))));
        assertThat(waitingFor(city.liaison(0), next)).containsExactly("progress-report");
        assertThat(cycle(cycle).outcome()).as("what was closed stays so").isEqualTo(CycleOutcome.SUSPENDED);
        to("2024-07-10T09:00");
        assertThat(slips(next)).hasSize(1);
    }

    @Test
    void endsWithItsRoundAlsoWhenALadderStoodStill() {
        to("2024-04-09T09:00");
        assertThat(slips(cycle)).hasSize(1);
        suspend(1);
        to("2024-04-12T09:00");
        cities.complete(city.officer(), round, "round-closing", Map.of());
        to("2024-04-12T09:01");

        assertThat(cycle(cycle).outcome()).isEqualTo(CycleOutcome.SUSPENDED);
        assertThat(suspended(cycle)).isEmpty();
        to("2024-06-03T09:00");
        assertThat(instances(cycle)).isZero();
        assertThat(slips(cycle)).hasSize(1).noneMatch(slip -> slip.isOpen());
    }

    @Test
    void holdsACycleWhoseInstanceHasNotStarted() {
        String second = office(() -> planning.plan(
                city.code(), new PlannedRound(new Quarter(2024, 2), day("2024-07-01"), null, null, null, null, null)));
        to("2024-07-01T08:00");
        String third = office(() -> planning.plan(
                city.code(), new PlannedRound(new Quarter(2024, 3), day("2024-10-08"), null, null, null, null, null)));
        cities.complete(city.officer(), third, "round-opening", Map.of());
        assertThat(cycle(third + "-1").state()).isEqualTo(CycleState.OPEN);
        String id = office(() -> requests.askSuspension(keyTask(1).id(), day("2024-08-01"), "等规划批复"));
        grant(city.mayor(), id);
        to("2024-07-01T09:00");
        assertThat(instances(third + "-1")).isZero();
        assertThat(instances(third + "-2")).isEqualTo(1);
        resume(id);

        assertThat(List.of(second + "-1", third + "-1")).allSatisfy(running -> {
            assertThat(cycle(running).state()).isEqualTo(CycleState.DRAFTING);
            assertThat(instances(running)).isEqualTo(1);
            assertThat(timers(running)).containsOnlyKeys("BoundaryEvent_ReportOverdue");
        });
    }

    @Test
    void asksEachOfThoseWhoHaveNotAskedThemselves() {
        String byLeader = ask(city.leader(0), 1);
        assertThat(waitingFor(city.leader(0), byLeader)).isEmpty();
        assertThat(waitingFor(city.officer(), byLeader)).containsExactly("change-decision");
        String byOffice = ask(city.officer(), 2);
        assertThat(waitingFor(city.officer(), byOffice)).isEmpty();
        assertThat(waitingFor(city.mayor(), byOffice)).containsExactly("change-decision");
        grant(city.mayor(), byOffice);
        assertThat(cycle(round + "-2").state()).isEqualTo(CycleState.SUSPENDED);
    }

    @Test
    void leavesEverythingAsItIsWhenAnybodyRefuses() {
        String byLeader = ask(city.liaison(0), 1);
        refuse(city.leader(0), byLeader);
        String byOffice = ask(city.leader(0), 1);
        refuse(city.chief(), byOffice);
        String byCityLeader = ask(city.officer(), 1);
        refuse(city.mayor(), byCityLeader);

        assertThat(List.of(byLeader, byOffice, byCityLeader))
                .allSatisfy(id -> assertThat(endedAt(id)).containsExactly("EndEvent_Refused"));
        assertThat(cycle(cycle).state()).isEqualTo(CycleState.DRAFTING);
        assertThat(keyTasks.suspendedOn(keyTask(1).id())).isEmpty();
    }

    @Test
    void letsAnExtensionLapseAndIsWithdrawnOnlyWhilePending() {
        String extension =
                cities.as(city.liaison(0), () -> requests.askExtension(cycle, day("2024-04-12"), "等批复", "完成选址"));
        String withdrawn = ask(city.liaison(0), 1);
        withdraw(city.liaison(0), withdrawn);
        assertThat(endedAt(withdrawn)).containsExactly("EndEvent_EndedUndecided");
        String id = suspend(1);

        assertThat(request(extension).state()).isEqualTo(ChangeState.LAPSED);
        assertThat(runs(extension)).isFalse();
        assertThatThrownBy(() -> withdraw(city.officer(), id))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.not-pending"));
        assertThatThrownBy(() -> withdraw(city.liaison(0), id))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.not-asker"));
        assertThat(waitingFor(city.officer(), id)).containsExactly("suspension-resumption");
        assertThatThrownBy(() -> ask(city.liaison(0), 1))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.suspended"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-03, changerequest.error.past",
        "2024-03-01, changerequest.error.past",
        "2024-04-13, reporting.extension.no-working-day",
    })
    void isRefusedForADateThatIsNone(LocalDate expectedUntil, String code) {
        assertThatThrownBy(() -> cities.as(
                        city.liaison(0), () -> requests.askSuspension(keyTask(1).id(), expectedUntil, "等规划批复")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo(code));
    }

    private String ask(String username, int number) {
        return cities.as(
                username, () -> requests.askSuspension(KeyTask.id(city.code(), 2024, number), EXPECTED, "等规划批复"));
    }

    private String suspend(int number) {
        String id = ask(city.officer(), number);
        grant(city.mayor(), id);
        return id;
    }

    private void resume(String id) {
        cities.complete(city.officer(), id, "suspension-resumption", Map.of("comment", "规划已批复"));
    }

    private void withdraw(String username, String id) {
        cities.as(username, () -> {
            requests.withdraw(id);
            return null;
        });
    }
}
