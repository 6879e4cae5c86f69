package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.Downtime;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;

/** How lateness climbs the ladder, rung by rung, and how it ends. The report is due on Monday 2024-04-08 at 18:00. */
@ApplicationTest
class OverdueEscalationTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private TestCities cities;

    @Autowired
    private SlipViews slipViews;

    @Autowired
    private ManualReminders reminders;

    @Autowired
    private Instructions instructions;

    @Autowired
    private CycleDeadlines deadlines;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Downtime downtime;

    private TestCity city;
    private String round;
    private String cycle;

    @BeforeEach
    void aRoundWithTwoCyclesIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        round = cities.openFirstQuarter(city);
        cycle = round + "-1";
    }

    @Test
    void climbsRungByRungOnTheWorkingDaysOfTheLadder() {
        time.to(at("2024-04-09T00:04"));
        assertThat(slips(cycle)).isEmpty();
        time.to(at("2024-04-09T00:06"));
        assertThat(slips(cycle)).extracting(SlipView::level).containsExactly(Rung.FIRST_REMINDER);

        time.to(at("2024-04-11T00:04"));
        assertThat(slips(cycle)).hasSize(1);
        time.to(at("2024-04-11T00:06"));
        assertThat(slips(cycle)).extracting(SlipView::level).contains(Rung.SECOND_REMINDER);

        time.to(at("2024-04-15T00:04"));
        assertThat(cities.kindsWaitingFor(city.officer(), draftedOrder())).isEmpty();
        time.to(at("2024-04-15T00:06"));
        assertThat(cities.kindsWaitingFor(city.officer(), draftedOrder())).containsExactly("order-signature");

        time.to(at("2024-04-22T00:06"));
        assertThat(cities.kindsWaitingFor(city.mayor(), proposedInterview())).containsExactly("interview-decision");
        assertThat(slips(cycle))
                .as("drafts are in no list")
                .extracting(SlipView::kind)
                .containsExactly(SlipKind.REMINDER, SlipKind.REMINDER);
    }

    @Test
    void endsEverythingThatIsNotSignedWhenTheReportIsIn() {
        time.to(at("2024-04-22T09:00"));
        String order = draftedOrder();
        String interview = proposedInterview();

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(cities.kindsWaitingFor(city.officer(), order)).isEmpty();
        assertThat(cities.kindsWaitingFor(city.mayor(), interview)).isEmpty();
        assertThat(slips(cycle)).extracting(SlipView::endedBecause).containsOnly(EndReason.REPORT_SUBMITTED);
        assertThat(escalations(cycle)).isZero();
        time.to(at("2024-04-22T17:00"));
        assertThat(slips(cycle)).hasSize(2);
    }

    @Test
    void letsAPersonDecideAboutTheInterview() {
        time.to(at("2024-04-22T09:00"));
        String interview = proposedInterview();
        assertThatThrownBy(() ->
                        cities.complete(city.mayor(), interview, "interview-decision", Map.of("decision", "HOLD")))
                .isInstanceOf(DomainException.class);

        cities.complete(
                city.mayor(), interview, "interview-decision", Map.of("decision", "HOLD", "comment", "两次催办仍未报送"));
        assertThat(slip(interview).number()).isEqualTo(1);
        cities.complete(city.officer(), interview, "interview-record", Map.of("minutes", "四月二十三日约谈单位负责人。"));
        assertThat(slip(interview).endedBecause()).isEqualTo(EndReason.HELD);
    }

    @Test
    void endsAProposalThatACityLeaderDeclines() {
        time.to(at("2024-04-22T09:00"));
        String interview = proposedInterview();
        cities.complete(city.mayor(), interview, "interview-decision", Map.of("decision", "DECLINE"));
        assertThat(slip(interview).endedBecause()).isEqualTo(EndReason.DISCARDED);
        assertThat(waiting("interview-proposal", interview)).isZero();
    }

    @Test
    void leavesAProposalToACityLeaderWhenTheRoundClosesButEndsTheUnsignedOrder() {
        time.to(at("2024-04-22T09:00"));
        String order = draftedOrder();
        String interview = proposedInterview();

        time.to(at("2024-04-24T09:00"));

        assertThat(slip(order).endedBecause()).isEqualTo(EndReason.ROUND_CLOSED);
        assertThat(slip(interview).isOpen()).isTrue();
        assertThat(escalations(cycle)).isZero();
        cities.complete(city.mayor(), interview, "interview-decision", Map.of("decision", "HOLD", "comment", "整季没有报送"));
        assertThat(slip(interview).number()).isEqualTo(1);
        assertThat(waiting("interview-proposal", interview)).isEqualTo(1);
    }

    @Test
    void proposesAnInterviewOnceAfterTheSecondOrderOfTheYear() {
        for (int n = 1; n <= 3; n++) {
            String order = cities.as(city.mayor(), () -> instructions.instruct(keyTask(1), "请报告进展。", null));
            cities.complete(city.officer(), order, "order-signature", SIGN);
            assertThat(drafts(SlipKind.INTERVIEW)).as("after order %d", n).hasSize(n < 2 ? 0 : 1);
        }
    }

    @Test
    void startsImportantKeyTasksOnTheSecondRung() {
        keyTasks.setImportant(keyTask(1), true);
        time.to(at("2024-04-09T09:00"));
        assertThat(slips(cycle)).extracting(SlipView::level).containsExactly(Rung.SECOND_REMINDER);
        time.to(at("2024-04-11T09:00"));
        assertThat(slip(draftedOrder()).rung()).isEqualTo(3);
    }

    @Test
    void keepsTheRungsOfALadderThatRunsWhenItsKeyTaskBecomesImportant() {
        time.to(at("2024-04-08T18:01"));
        keyTasks.setImportant(keyTask(1), true);
        time.to(at("2024-04-11T09:00"));
        assertThat(slips(cycle)).extracting(SlipView::rung).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void chasesALateUnitLeaderAndALateOfficerUpToTheSecondRung() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        time.to(at("2024-04-12T09:00"));
        assertThat(slips(cycle))
                .extracting(SlipView::step, SlipView::level)
                .containsExactlyInAnyOrder(
                        tuple(CycleStep.UNIT_REVIEW, Rung.FIRST_REMINDER),
                        tuple(CycleStep.UNIT_REVIEW, Rung.SECOND_REMINDER));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        assertThat(slips(cycle)).extracting(SlipView::endedBecause).containsOnly(EndReason.REVIEW_DONE);

        time.to(at("2024-04-22T09:00"));
        assertThat(slips(cycle))
                .filteredOn(SlipView::isOpen)
                .extracting(SlipView::step, SlipView::level)
                .containsExactlyInAnyOrder(
                        tuple(CycleStep.OFFICE_REVIEW, Rung.FIRST_REMINDER),
                        tuple(CycleStep.OFFICE_REVIEW, Rung.SECOND_REMINDER));
        assertThat(drafts(SlipKind.SUPERVISION_ORDER)).noneMatch(draft -> draft.contains(cycle));
        assertThat(cities.as(city.leader(0), () -> list(cycle)))
                .as("the unit is not told of the office's own lateness")
                .noneMatch(slip -> slip.step() == CycleStep.OFFICE_REVIEW);
    }

    @Test
    void remindsALatePartnerOnTheFirstRungOnly() {
        String shared = round + "-2";
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        time.to(at("2024-04-08T09:00"));
        assertThat(slips(shared))
                .extracting(SlipView::step, SlipView::unit, SlipView::level)
                .containsExactly(tuple(CycleStep.PART, city.units().get(2), Rung.FIRST_REMINDER));
        cities.complete(city.liaison(0), shared, "progress-report", REPORT);
        assertThat(slips(shared)).extracting(SlipView::endedBecause).containsExactly(EndReason.REPORT_SUBMITTED);
        time.to(at("2024-04-19T09:00"));
        assertThat(slips(shared))
                .filteredOn(slip -> slip.step() == CycleStep.PART)
                .hasSize(1);
    }

    @Test
    void catchesUpAfterADowntimeAcrossThreeRungsEachOnceAndInOrder() {
        downtime.until(at("2024-04-17T09:00"));

        assertThat(slips(cycle)).extracting(SlipView::level).containsExactly(Rung.FIRST_REMINDER, Rung.SECOND_REMINDER);
        assertThat(slips(cycle)).allSatisfy(slip -> {
            assertThat(slip.issuedAt()).isBetween(at("2024-04-17T09:00"), at("2024-04-17T09:10"));
            assertThat(slip.isBelated()).isTrue();
        });
        assertThat(slips(cycle))
                .extracting(SlipView::rungDueAt)
                .containsExactly(at("2024-04-09T00:05"), at("2024-04-11T00:05"));
        assertThat(slip(draftedOrder()).rungDueAt()).isEqualTo(at("2024-04-15T00:05"));
        time.to(at("2024-04-18T09:00"));
        assertThat(slips(cycle)).hasSize(2);
        assertThat(drafts(SlipKind.SUPERVISION_ORDER)).hasSize(2);
    }

    @Test
    void endsTheLadderWhenAnExtensionIsGrantedLateAndBeginsAnewAfterTheNewDate() {
        time.to(at("2024-04-09T09:00"));
        assertThat(slips(cycle)).hasSize(1);

        cities.as(city.officer(), () -> {
            deadlines.extend(cycle, java.time.LocalDate.of(2024, 4, 12));
            return null;
        });

        assertThat(slips(cycle)).extracting(SlipView::endedBecause).containsExactly(EndReason.DUE_DATE_MOVED);
        assertThat(escalations(cycle)).isZero();
        time.to(at("2024-04-12T17:59"));
        assertThat(escalations(cycle)).isZero();
        time.to(at("2024-04-15T00:06"));
        assertThat(slips(cycle)).filteredOn(SlipView::isOpen).singleElement().satisfies(slip -> {
            assertThat(slip.level()).isEqualTo(Rung.FIRST_REMINDER);
            assertThat(slip.dueAt()).isEqualTo(at("2024-04-12T18:00"));
        });
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
    }

    @Test
    void standsStillWithTheKeyTaskAndGoesOnLaterByTheLostWorkingDays() {
        time.to(at("2024-04-09T09:00"));
        assertThat(slips(cycle)).hasSize(1);
        deadlines.suspend(keyTask(1));
        time.to(at("2024-04-15T09:00"));
        assertThat(slips(cycle)).hasSize(1);

        deadlines.resume(keyTask(1));
        time.to(at("2024-04-16T09:00"));
        assertThat(slips(cycle)).hasSize(1);
        time.to(at("2024-04-17T09:00"));
        assertThat(slips(cycle)).extracting(SlipView::level).contains(Rung.SECOND_REMINDER);
    }

    @Test
    void remindsByHandButNotAgainWithinTwoWorkingDays() {
        assertThatThrownBy(() -> cities.as(city.officer(), () -> reminders.remind(cycle)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("not-late");
        time.to(at("2024-04-09T09:00"));
        assertThatThrownBy(() -> cities.as(city.officer(), () -> reminders.remind(cycle)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("cool-down");
        time.to(at("2024-04-15T09:00"));

        String id = cities.as(city.officer(), () -> reminders.remind(cycle));

        assertThat(slip(id).source()).isEqualTo(SlipSource.MANUAL);
        assertThat(slip(id).number()).isPositive();
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(slip(id).endedBecause()).isEqualTo(EndReason.REPORT_SUBMITTED);
    }

    private String keyTask(int number) {
        return "%s-2024-%d".formatted(city.code(), number);
    }

    private String draftedOrder() {
        return drafts(SlipKind.SUPERVISION_ORDER).stream()
                .filter(id -> cycle.equals(slip(id).cycleId()))
                .findFirst()
                .orElse("none");
    }

    private String proposedInterview() {
        return drafts(SlipKind.INTERVIEW).stream()
                .filter(id -> cycle.equals(slip(id).cycleId()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> drafts(SlipKind kind) {
        String process = kind == SlipKind.INTERVIEW ? "interview-proposal" : "supervision-order";
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .tenantIdIn(city.code())
                .list()
                .stream()
                .map(org.camunda.bpm.engine.history.HistoricProcessInstance::getBusinessKey)
                .toList();
    }

    private long escalations(String cycleId) {
        return waiting("overdue-escalation", cycleId);
    }

    private long waiting(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private boolean visibleTo(String account, String slipId) {
        return cities.as(
                account, () -> slipViews.find(slipId, currentUsers.required()).isPresent());
    }

    private SlipView slip(String id) {
        return cities.as(
                city.officer(),
                () -> slipViews.find(id, currentUsers.required()).orElseThrow());
    }

    /** The issued ones, oldest first. */
    private List<SlipView> slips(String cycleId) {
        return cities.as(city.officer(), () -> list(cycleId)).stream()
                .filter(slip -> !slip.isDraft())
                .sorted(java.util.Comparator.comparing(SlipView::issuedAt).thenComparing(SlipView::number))
                .toList();
    }

    private List<SlipView> list(String cycleId) {
        return slipViews
                .list(new SlipFilter(null, cycleId, null, null), currentUsers.required(), 0, 50)
                .items();
    }

    private static Tuple tuple(Object... values) {
        return new Tuple(values);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
