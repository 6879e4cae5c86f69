package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.reporting.CycleState;
import org.supervision.shared.DomainException;

/** Every way through an extension request, and what it leaves of the cycle's timers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionRequestTests extends ChangeRequestScenario {

    private static final LocalDate NEW_DATE = day("2024-04-12");
    private static final Instant OLD_DUE = at("2024-04-08T18:00");
    private static final Instant NEW_DUE = at("2024-04-12T18:00");

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
        assertEveryElementWasPassed("extension-request");
    }

    @Test
    void movesTheDeadlineAndEveryTimerWhenTheOfficeGrants() {
        String id = ask(city.liaison(0), NEW_DATE);
        assertThat(id).isEqualTo(cycle + "-ext-1");
        assertThat(waitingFor(city.leader(0), id)).containsExactly("change-decision");
        assertThat(waitingFor(city.officer(), id)).isEmpty();
        grant(city.leader(0), id);
        assertThat(cycle(cycle).reportDueAt()).as("not yet").isEqualTo(OLD_DUE);
        grant(city.officer(), id);

        assertThat(request(id).state()).isEqualTo(ChangeState.GRANTED);
        assertThat(endedAt(id)).containsExactly("EndEvent_Granted");
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(NEW_DUE);
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(NEW_DUE)));
        assertThat(tasksOf(cycle))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(NEW_DUE);
    }

    @Test
    void startsNoLadderAtTheOldDateAndOneAtTheNew() {
        grantedByAll(NEW_DATE);

        to("2024-04-11T09:00");
        assertThat(cycle(cycle).overdue()).isFalse();
        assertThat(ladders(cycle)).isZero();
        assertThat(slips(cycle)).isEmpty();

        to("2024-04-15T09:00");
        assertThat(cycle(cycle).overdue()).isTrue();
        assertThat(ladders(cycle)).isEqualTo(1);
        assertThat(slips(cycle)).singleElement().satisfies(slip -> assertThat(slip.issuedAt())
                .isBetween(at("2024-04-15T00:05"), at("2024-04-15T00:06")));
        assertThat(timers(cycle)).isEmpty();
    }

    @Test
    void isAskedByTheUnitLeaderWithoutAskingHimAgain() {
        String id = ask(city.leader(0), NEW_DATE);

        assertThat(waitingFor(city.leader(0), id)).isEmpty();
        grant(city.chief(), id);
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(NEW_DUE);
    }

    @Test
    void isGrantedOnTheLastWorkingDay() {
        to("2024-04-08T17:30");
        grantedByAll(NEW_DATE);
        to("2024-04-08T18:01");

        assertThat(cycle(cycle).overdue()).isFalse();
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(NEW_DUE)));
    }

    @Test
    void isGrantedAfterTheOldDateHasPassedAndTheNewOneIsWatched() {
        String id = ask(city.liaison(0), NEW_DATE);
        to("2024-04-09T09:00");
        assertThat(ladders(cycle)).isEqualTo(1);
        grant(city.leader(0), id);
        grant(city.officer(), id);

        assertThat(cycle(cycle).overdue()).isFalse();
        assertThat(timers(cycle)).isEqualTo(Map.of("IntermediateCatchEvent_NewDueDate", List.of(NEW_DUE)));
        to("2024-04-12T18:01");
        assertThat(cycle(cycle).overdue()).isTrue();
        assertThat(timers(cycle)).isEmpty();
        to("2024-04-15T09:00");
        assertThat(slips(cycle))
                .extracting(slip -> slip.dueAt())
                .as("a reminder for each missed date")
                .containsExactly(NEW_DUE, OLD_DUE);
    }

    /** What was late stays so for the record, but nothing is chased for a date that had been moved twice. */
    @Test
    void isGrantedTwiceAndLeavesOneTimer() {
        grantedByAll(NEW_DATE);
        to("2024-04-09T09:00");
        grantedByAll(day("2024-04-16"));

        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(at("2024-04-16T18:00"))));
        to("2024-04-15T09:00");
        assertThat(slips(cycle)).isEmpty();
    }

    @Test
    void isGrantedTwiceAfterTheDateHasPassedAndLeavesOneTimer() {
        String first = ask(city.liaison(0), NEW_DATE);
        to("2024-04-09T09:00");
        grant(city.leader(0), first);
        grant(city.officer(), first);
        String second = ask(city.liaison(0), day("2024-04-16"));
        grant(city.leader(0), second);
        grant(city.officer(), second);

        assertThat(timers(cycle))
                .isEqualTo(Map.of("IntermediateCatchEvent_NewDueDate", List.of(at("2024-04-16T18:00"))));
    }

    @Test
    void movesThePartsTooWhileTheyAreAwaited() {
        String shared = round + "-2";
        String id = cities.as(city.leader(0), () -> requests.askExtension(shared, NEW_DATE, "等批复", "完成一半"));
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        grant(city.officer(), id);

        Instant partsDue = at("2024-04-10T18:00");
        assertThat(timers(shared))
                .isEqualTo(Map.of(
                        "BoundaryEvent_PartsDue", List.of(partsDue), "BoundaryEvent_ReportOverdue", List.of(NEW_DUE)));
        assertThat(tasksOf(shared))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(partsDue);
        to("2024-04-09T09:00");
        assertThat(waitingFor(city.liaison(2), shared)).containsExactly("partner-part");
        to("2024-04-10T18:01");
        assertThat(waitingFor(city.liaison(0), shared)).containsExactly("progress-report");
    }

    @Test
    void goesToTheCityLeaderOverTenWorkingDays() {
        String id = ask(city.leader(0), day("2024-04-23"));
        assertThat(request(id).workingDays()).isEqualTo(11);
        grant(city.officer(), id);
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(OLD_DUE);
        assertThat(waitingFor(city.mayor(), id)).containsExactly("change-decision");
        grant(city.mayor(), id);

        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-23T18:00"));
        assertThat(request(id).decisions())
                .extracting(ChangeDecision::step)
                .containsExactly(ChangeStep.OFFICE, ChangeStep.CITY_LEADER);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-22, false", "2024-04-23, true"})
    void knowsWhoDecidesAtTheTenthWorkingDay(LocalDate newDueOn, boolean cityLeader) {
        assertThat(request(ask(city.leader(0), newDueOn)).cityLeaderAsked()).isEqualTo(cityLeader);
    }

    @Test
    void countsDaysGrantedBefore() {
        String first = ask(city.leader(0), day("2024-04-15"));
        grant(city.officer(), first);

        assertThat(request(ask(city.leader(0), day("2024-04-23"))).cityLeaderAsked())
                .isTrue();
    }

    @Test
    void keepsTheOriginalDateWhenAnybodyRefuses() {
        String byLeader = ask(city.liaison(0), NEW_DATE);
        refuse(city.leader(0), byLeader);
        String byOffice = ask(city.liaison(0), NEW_DATE);
        grant(city.leader(0), byOffice);
        refuse(city.officer(), byOffice);
        String byCityLeader = ask(city.leader(0), day("2024-04-23"));
        grant(city.officer(), byCityLeader);
        refuse(city.mayor(), byCityLeader);

        assertThat(List.of(byLeader, byOffice, byCityLeader)).allSatisfy(id -> {
            assertThat(request(id).state()).isEqualTo(ChangeState.REFUSED);
            assertThat(request(id).lastDecision().comment()).isEqualTo("理由不充分");
            assertThat(endedAt(id)).containsExactly("EndEvent_Refused");
        });
        assertThat(byCityLeader).endsWith("-ext-3");
        assertThat(timers(cycle)).isEqualTo(Map.of("BoundaryEvent_ReportOverdue", List.of(OLD_DUE)));
        to("2024-04-09T09:00");
        assertThat(slips(cycle)).hasSize(1);
    }

    @Test
    void wantsAReasonForARefusalAndChangesNothingWithoutOne() {
        String id = ask(city.liaison(0), NEW_DATE);

        assertThatThrownBy(() -> decide(city.leader(0), id, "change-decision", "REFUSE", null))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.comment-required"));
        assertThat(request(id).state()).isEqualTo(ChangeState.PENDING);
        assertThat(waitingFor(city.leader(0), id)).containsExactly("change-decision");
    }

    @Test
    void lapsesWhenTheReportIsSubmitted() {
        String id = ask(city.liaison(0), NEW_DATE);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(request(id).state()).isEqualTo(ChangeState.LAPSED);
        assertThat(endedAt(id)).containsExactly("EndEvent_EndedUndecided");
        assertThat(waitingFor(city.leader(0), id)).isEmpty();
        assertThat(runs(id)).isFalse();
        assertThat(cycle(cycle).state()).isEqualTo(CycleState.UNIT_REVIEW);
    }

    @Test
    void lapsesWhenTheRoundCloses() {
        String id = ask(city.liaison(0), NEW_DATE);
        cities.complete(city.officer(), round, "round-closing", Map.of());

        assertThat(request(id).state()).isEqualTo(ChangeState.LAPSED);
        assertThat(runs(id)).isFalse();
    }

    @Test
    void isWithdrawnByTheUnitThatAsked() {
        String id = ask(city.liaison(0), NEW_DATE);
        assertThatThrownBy(() -> withdraw(city.liaison(1), id)).isInstanceOf(DomainException.class);
        withdraw(city.leader(0), id);

        assertThat(request(id).state()).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(runs(id)).isFalse();
        assertThatThrownBy(() -> withdraw(city.liaison(0), id))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.not-pending"));
        assertThat(ask(city.liaison(0), NEW_DATE)).endsWith("-ext-2");
    }

    @Test
    void isRefusedAfterTheDueInstant() {
        to("2024-04-08T17:59");
        assertThat(request(ask(city.liaison(0), NEW_DATE)).state()).isEqualTo(ChangeState.PENDING);
        withdraw(city.liaison(0), cycle + "-ext-1");
        to("2024-04-08T18:00");

        assertThatThrownBy(() -> ask(city.liaison(0), NEW_DATE))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("reporting.extension.too-late"));
    }

    @Test
    void isRefusedWhileAnotherIsPending() {
        ask(city.liaison(0), NEW_DATE);

        assertThatThrownBy(() -> ask(city.leader(0), day("2024-04-15")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.pending.EXTENSION"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-29, reporting.extension.not-later",
        "2024-04-08, reporting.extension.not-later",
        "2024-04-13, reporting.extension.no-working-day",
        "2024-05-01, reporting.extension.no-working-day",
        "2024-06-03, reporting.extension.after-round",
    })
    void isRefusedForADateThatIsNone(LocalDate newDueOn, String code) {
        assertThatThrownBy(() -> ask(city.liaison(0), newDueOn))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo(code));
    }

    @Test
    void isAskedByTheLeadUnitAlone() {
        String shared = round + "-2";
        assertThatThrownBy(
                        () -> cities.as(city.liaison(1), () -> requests.askExtension(shared, NEW_DATE, "等批复", "完成一半")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.not-lead"));
        assertThatThrownBy(() -> ask(city.liaison(1), NEW_DATE))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("portal.error.not-found"));
        assertThatThrownBy(() -> ask(city.officer(), NEW_DATE))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.not-lead"));
    }

    @Test
    void wantsReasonAndProgress() {
        assertThatThrownBy(() -> cities.as(city.liaison(0), () -> requests.askExtension(cycle, NEW_DATE, " ", "x")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.reason-required"));
        assertThatThrownBy(() -> cities.as(city.liaison(0), () -> requests.askExtension(cycle, NEW_DATE, "x", null)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.progress-required"));
    }

    private String ask(String username, LocalDate newDueOn) {
        return cities.as(username, () -> requests.askExtension(cycle, newDueOn, "等上级批复", "完成选址"));
    }

    private void withdraw(String username, String id) {
        cities.as(username, () -> {
            requests.withdraw(id);
            return null;
        });
    }

    private void grantedByAll(LocalDate newDueOn) {
        String id = ask(city.liaison(0), newDueOn);
        grant(city.leader(0), id);
        grant(city.officer(), id);
    }
}
