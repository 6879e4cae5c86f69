package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.escalation.EndReason;
import org.supervision.keytask.KeyTask;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.PartnerPart;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.WorkItems;

/** Every way through an objection to leading a key task. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadChangeRequestTests extends ChangeRequestScenario {

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Drafts drafts;

    private String round;
    private String cycle;

    @BeforeEach
    void theUnitWasGivenTheLeadAsTheRoundOpened() {
        to("2024-04-01T08:00");
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        round = openFirstQuarter(day("2024-05-31"));
        cycle = round + "-1";
    }

    @AfterAll
    void everyElementWasPassed() {
        assertEveryElementWasPassed("lead-change-request");
    }

    @Test
    void movesTheKeyTaskAndWhatWaitsInItsCycles() {
        cities.as(city.liaison(0), () -> {
            drafts.save(workItems.mineAt(cycle).get(0).id(), Map.of("progress", "只给本单位看"), Map.of(), null);
            return null;
        });
        String id = ask(city.liaison(0), 1, 1);
        assertThat(id).isEqualTo(keyTask(1).id() + "-lead-1");
        assertThat(waitingFor(city.leader(0), id))
                .as("no consent of the unit's leader")
                .isEmpty();
        advise(city.officer(), id, "GRANT");
        grant(city.mayor(), id);

        assertThat(keyTask(1).leadUnit()).isEqualTo(city.units().get(1));
        assertThat(cycle(cycle).leadUnit()).isEqualTo(city.units().get(1));
        assertThat(waitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(waitingFor(city.liaison(1), cycle)).containsExactly("progress-report");
        assertThat(cities.as(
                        city.liaison(1),
                        () -> workItems.get(workItems.mineAt(cycle).get(0).id()).values()))
                .as("the old unit's draft")
                .isEmpty();
        assertThatThrownBy(() -> cities.as(city.liaison(0), () -> cycleViews.get(cycle, currentUsers.required())))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("portal.error.not-found"));
        cities.complete(city.liaison(1), cycle, "progress-report", REPORT);
        assertThat(waitingFor(city.leader(1), cycle)).containsExactly("unit-review");
        assertThat(endedAt(id)).containsExactly("EndEvent_Granted");
        assertThat(request(id).decisions())
                .extracting(ChangeDecision::step)
                .containsExactly(ChangeStep.OFFICE, ChangeStep.CITY_LEADER);
    }

    @Test
    void movesAReviewUnderWay() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        granted(1, 1);

        assertThat(waitingFor(city.leader(0), cycle)).isEmpty();
        assertThat(waitingFor(city.leader(1), cycle)).containsExactly("unit-review");
        cities.complete(city.leader(1), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(waitingFor(city.liaison(1), cycle)).containsExactly("progress-report");
    }

    @Test
    void endsThePartOfThePartnerThatTakesTheLeadAndNoOther() {
        String shared = round + "-2";
        granted(2, 1);

        assertThat(keyTask(2).supportingUnitCodes())
                .containsExactly(city.units().get(2));
        assertThat(waitingFor(city.liaison(1), shared)).isEmpty();
        assertThat(waitingFor(city.liaison(2), shared)).containsExactly("partner-part");
        cities.complete(city.liaison(2), shared, "partner-part", Map.of("progress", "接通水电。"));
        assertThat(waitingFor(city.liaison(1), shared)).containsExactly("progress-report");
        assertThat(waitingFor(city.liaison(0), shared)).isEmpty();
    }

    @Test
    void letsTheNewLeadDraftAtOnceWhereOnlyItsOwnPartWasMissing() {
        String shared = round + "-2";
        cities.complete(city.liaison(2), shared, "partner-part", Map.of("progress", "接通水电。"));
        granted(2, 1);

        assertThat(cycle(shared).state()).isEqualTo(CycleState.DRAFTING);
        assertThat(waitingFor(city.liaison(1), shared)).containsExactly("progress-report");
        assertThat(tasksOf(shared)).hasSize(1);
        assertThat(parts(shared))
                .as("what is in stays")
                .containsExactly(city.units().get(2));
    }

    @Test
    void endsTheChasingOfAPartThatIsOwedNoMore() {
        String shared = round + "-2";
        String id = ask(city.liaison(0), 2, 1);
        to("2024-04-07T09:00");
        assertThat(slips(shared)).hasSize(2);
        advise(city.officer(), id, "GRANT");
        grant(city.mayor(), id);

        assertThat(slips(shared))
                .filteredOn(slip -> slip.unit().equals(city.units().get(1)))
                .extracting(slip -> slip.endedBecause())
                .containsExactly(EndReason.PART_DROPPED);
        assertThat(ladders(shared)).isEqualTo(1);
        assertThat(waitingFor(city.liaison(1), shared)).containsExactly("progress-report");
        assertThat(waitingFor(city.liaison(2), shared)).containsExactly("partner-part");
    }

    @Test
    void endsThePartOfASuspendedCycleOnceItGoesOn() {
        String shared = round + "-2";
        cities.complete(city.liaison(2), shared, "partner-part", Map.of("progress", "接通水电。"));
        String suspension = office(() -> requests.askSuspension(keyTask(2).id(), day("2024-05-10"), "等规划批复"));
        grant(city.mayor(), suspension);
        granted(2, 1);
        assertThat(cycle(shared).state()).isEqualTo(CycleState.SUSPENDED);
        cities.complete(city.officer(), suspension, "suspension-resumption", Map.of());

        assertThat(cycle(shared).state()).isEqualTo(CycleState.DRAFTING);
        assertThat(waitingFor(city.liaison(1), shared)).containsExactly("progress-report");
    }

    private List<String> parts(String cycleId) {
        return office(() -> cycleViews.detail(cycleId, currentUsers.required()).parts().stream()
                .map(PartnerPart::unit)
                .toList());
    }

    @Test
    void reachesASuspendedCycle() {
        String suspension = office(() -> requests.askSuspension(keyTask(1).id(), day("2024-05-10"), "等规划批复"));
        grant(city.mayor(), suspension);
        granted(1, 1);
        assertThat(cycle(cycle).state()).isEqualTo(CycleState.SUSPENDED);
        cities.complete(city.officer(), suspension, "suspension-resumption", Map.of());

        assertThat(waitingFor(city.liaison(0), cycle)).isEmpty();
        assertThat(waitingFor(city.liaison(1), cycle)).containsExactly("progress-report");
    }

    @Test
    void letsWhatTheOldLeadAskedForLapse() {
        String extension =
                cities.as(city.liaison(0), () -> requests.askExtension(cycle, day("2024-04-12"), "等批复", "完成选址"));
        String plan = cities.as(
                city.liaison(0), () -> requests.askPlanChange(keyTask(1).id(), ChangedField.SECTION, "二科", "机构调整"));
        granted(1, 1);

        assertThat(request(extension).state()).isEqualTo(ChangeState.LAPSED);
        assertThat(request(plan).state()).isEqualTo(ChangeState.LAPSED);
        assertThat(runs(extension) || runs(plan)).isFalse();
    }

    @Test
    void isDecidedByTheCityLeaderWhateverTheOfficeRecommends() {
        String kept = ask(city.leader(0), 1, 1);
        advise(city.officer(), kept, "GRANT");
        refuse(city.mayor(), kept);
        assertThat(endedAt(kept)).containsExactly("EndEvent_Refused");
        assertThat(keyTask(1).leadUnit()).isEqualTo(city.units().get(0));

        String changed = ask(city.leader(0), 1, 1);
        advise(city.chief(), changed, "REFUSE");
        grant(city.mayor(), changed);
        assertThat(keyTask(1).leadUnit()).isEqualTo(city.units().get(1));
    }

    @Test
    void isWithdrawn() {
        String id = ask(city.leader(0), 1, 1);
        cities.as(city.liaison(0), () -> {
            requests.withdraw(id);
            return null;
        });
        assertThat(endedAt(id)).containsExactly("EndEvent_EndedUndecided");
    }

    /** Assigned on 1 April; the fifth working day after it is 9 April: Qingming is off, Sunday the 7th is worked. */
    @ParameterizedTest
    @CsvSource({"2024-04-09T17:59, true", "2024-04-09T18:00, false", "2024-04-10T09:00, false"})
    void isAskedWithinFiveWorkingDaysOfAssignment(String now, boolean inTime) {
        to(now);
        if (inTime) {
            assertThat(request(ask(city.liaison(0), 1, 1)).state()).isEqualTo(ChangeState.PENDING);
        } else {
            assertThatThrownBy(() -> ask(city.liaison(0), 1, 1))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.objection-over"));
        }
    }

    @Test
    void givesTheNewLeadItsOwnDays() {
        to("2024-04-09T09:00");
        granted(1, 1);
        to("2024-04-10T09:00");

        assertThat(request(ask(city.liaison(1), 1, 2)).state()).isEqualTo(ChangeState.PENDING);
    }

    @Test
    void isRefusedForAUnitThatLeadsAlreadyOrIsUnknown() {
        assertThatThrownBy(() -> ask(city.liaison(0), 1, 0))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.same-unit"));
        String elsewhere = cities.create().units().get(0);
        assertThatThrownBy(() -> cities.as(
                        city.liaison(0), () -> requests.askLeadChange(keyTask(1).id(), elsewhere, "不归我们管")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.unknown-unit"));
    }

    private String ask(String username, int number, int unit) {
        return cities.as(
                username,
                () -> requests.askLeadChange(
                        KeyTask.id(city.code(), 2024, number), city.units().get(unit), "职责不在本单位"));
    }

    private void advise(String username, String id, String recommendation) {
        decide(username, id, "change-opinion", recommendation, "职责清单如此");
    }

    private void granted(int number, int unit) {
        String id = ask(city.liaison(0), number, unit);
        advise(city.officer(), id, "GRANT");
        grant(city.mayor(), id);
    }
}
