package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;

/** Every way through a quarterly cycle, with real services on the engine. */
@ApplicationTest
class QuarterlyCycleTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    private TestCities cities;

    @Autowired
    private CycleViews cycleViews;

    @Autowired
    private SlipViews slipViews;

    @Autowired
    private Publications publications;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String round;
    private String cycle;

    @BeforeEach
    void aRoundWithThreeCyclesIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        cities.keyTask(city, 3);
        round = cities.openFirstQuarter(city);
        cycle = round + "-1";
    }

    @Test
    void goesFromDraftThroughBothReviewsToClosed() {
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).isEmpty();

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(state(cycle)).isEqualTo(CycleState.UNIT_REVIEW);
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        assertThat(state(cycle)).isEqualTo(CycleState.OFFICE_REVIEW);
        cities.complete(
                city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE"));

        CycleView closed = view(cycle);
        assertThat(closed.state()).isEqualTo(CycleState.CLOSED);
        assertThat(closed.outcome()).isEqualTo(CycleOutcome.APPROVED);
        assertThat(closed.officeVerdict()).isEqualTo(Verdict.ON_SCHEDULE);
        time.to(at("2024-04-09T09:00"));
        assertThat(slips(cycle)).isEmpty();
    }

    @Test
    void asksPartnersFirstAndTheLeadOnceAllPartsAreIn() {
        String shared = round + "-2";
        assertThat(state(shared)).isEqualTo(CycleState.PARTNER_INPUT);
        assertThat(cities.kindsWaitingFor(city.liaison(0), shared)).isEmpty();

        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        assertThat(state(shared)).isEqualTo(CycleState.PARTNER_INPUT);
        cities.complete(city.liaison(2), shared, "partner-part", Map.of("progress", "接通水电。"));

        assertThat(state(shared)).isEqualTo(CycleState.DRAFTING);
        assertThat(cities.kindsWaitingFor(city.liaison(0), shared)).containsExactly("progress-report");
        assertThat(detail(shared).parts()).extracting(PartnerPart::progress).containsExactly("移交用地。", "接通水电。");
    }

    @Test
    void letsTheLeadDraftTwoWorkingDaysBeforeTheReportIsDueAlthoughAPartIsMissing() {
        String shared = round + "-2";
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));

        time.to(at("2024-04-03T17:59"));
        assertThat(state(shared)).isEqualTo(CycleState.PARTNER_INPUT);
        time.to(at("2024-04-03T18:00"));

        assertThat(state(shared)).isEqualTo(CycleState.DRAFTING);
        assertThat(cities.kindsWaitingFor(city.liaison(0), shared)).containsExactly("progress-report");
        assertThat(detail(shared).parts())
                .extracting(part -> part.submittedAt() != null)
                .containsExactly(true, false);
    }

    @Test
    void keepsEveryVersionAndReviewWhenTheUnitLeaderAndTheOfficeReturn() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(view(cycle).returned()).isTrue();
        assertThat(state(cycle)).isEqualTo(CycleState.DRAFTING);

        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成城东选址。"));
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        cities.complete(
                city.officer(),
                cycle,
                "office-review",
                Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附批复文号"));
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", "完成城东选址，已获批复。"));
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));

        List<ReportVersion> versions = detail(cycle).reports();
        assertThat(versions).extracting(ReportVersion::version).containsExactly(3, 2, 1);
        assertThat(versions).extracting(ReportVersion::progress).containsExactly("完成城东选址，已获批复。", "完成城东选址。", "完成选址。");
        assertThat(versions.get(1).reviews())
                .extracting(signed -> signed.review().reason())
                .containsExactly(null, ReturnReason.FACTS_UNCLEAR);
        assertThat(view(cycle).outcome()).isEqualTo(CycleOutcome.APPROVED);
    }

    @Test
    void refusesAReturnWithoutCommentAndAnApprovalWithoutVerdict() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThatThrownBy(() -> cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN")))
                .isInstanceOf(DomainException.class);
        assertThat(state(cycle)).isEqualTo(CycleState.UNIT_REVIEW);

        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        assertThatThrownBy(() -> cities.complete(city.officer(), cycle, "office-review", APPROVE))
                .isInstanceOf(DomainException.class);
        assertThat(state(cycle)).isEqualTo(CycleState.OFFICE_REVIEW);
    }

    @Test
    void becomesOverdueAtTheDueInstantAndIsRemindedOnTheNextWorkingDayOnce() {
        time.to(at("2024-04-08T17:59"));
        assertThat(view(cycle).overdue()).isFalse();
        time.to(at("2024-04-08T18:01"));
        assertThat(view(cycle).overdue()).isTrue();
        assertThat(slips(cycle)).isEmpty();

        time.to(at("2024-04-10T09:00"));
        SlipView reminder = slips(cycle).get(0);
        assertThat(slips(cycle)).hasSize(1);
        assertThat(reminder.issuedAt()).isBetween(at("2024-04-09T00:05"), at("2024-04-09T00:06"));
        assertThat(reminder.year()).isEqualTo(2024);
        assertThat(reminder.isOpen()).isTrue();

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(slips(cycle).get(0).endedBecause()).as("at once").isEqualTo(EndReason.REPORT_SUBMITTED);
        time.to(at("2024-04-10T09:01"));
        assertThat(slips(cycle)).extracting(SlipView::endedBecause).containsExactly(EndReason.REPORT_SUBMITTED);
    }

    @Test
    void isRemindedAgainWhenTheResubmissionAfterAReturnIsLate() {
        time.to(at("2024-04-12T09:00"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(view(cycle).reportDueAt()).isEqualTo(at("2024-04-16T18:00"));
        assertThat(view(cycle).overdue()).isFalse();

        time.to(at("2024-04-17T09:00"));

        assertThat(slips(cycle)).extracting(SlipView::isOpen).containsExactly(true, false, false);
        assertThat(slips(cycle)).extracting(SlipView::resubmission).containsExactly(true, false, false);
        assertThat(view(cycle).standing()).isEqualTo(CycleStanding.RESUBMISSION_OVERDUE);
    }

    @Test
    void numbersRemindersWithoutGap() {
        time.to(at("2024-04-12T09:00"));
        assertThat(cities.as(
                                city.officer(),
                                () -> slipViews.list(
                                        new SlipFilter(round, null, null, null), currentUsers.required(), 0, 50))
                        .items())
                .extracting(SlipView::number)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void closesWithItsRoundAndIsPublishedAsNotReportedOrNotApproved() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", APPROVE);
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
        cities.complete(city.liaison(0), round + "-3", "progress-report", REPORT);
        time.to(at("2024-04-12T09:00"));

        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(at("2024-04-12T09:01"));
        assertThat(cities.kindsWaitingFor(city.liaison(0), round + "-2")).isEmpty();
        assertThat(cities.kindsWaitingFor(city.leader(0), round + "-3")).isEmpty();
        assertThat(slips(round + "-2")).extracting(SlipView::endedBecause).containsOnly(EndReason.ROUND_CLOSED);
        assertThat(publications.latest(round)).isEmpty();

        cities.complete(city.officer(), round, "secrecy-check", Map.of("confirmed", true));
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "SIGN", "confirmed", true));
        Publication publication = publications.latest(round).orElseThrow();
        assertThat(publication.rows())
                .extracting(ResultRow::outcome)
                .containsExactly(CycleOutcome.APPROVED, CycleOutcome.NOT_REPORTED, CycleOutcome.NOT_APPROVED);
        assertThat(publication.rows())
                .extracting(ResultRow::progress)
                .containsExactly(List.of("完成选址。"), List.of(), List.of());
    }

    @Test
    void closesByItselfTenWorkingDaysAfterTheDueDate() {
        time.to(at("2024-04-22T17:59"));
        assertThat(state(cycle)).isEqualTo(CycleState.DRAFTING);
        time.to(at("2024-04-22T18:01"));
        assertThat(view(cycle).outcome()).isEqualTo(CycleOutcome.NOT_REPORTED);
        assertThat(slips(cycle)).extracting(SlipView::endedBecause).containsOnly(EndReason.ROUND_CLOSED);
    }

    @Test
    void saysInTasklistWhichRoundAnActOnARoundIsAbout() {
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(round)
                        .singleResult()
                        .getName())
                .isEqualTo("关闭填报轮次 · 2024年第一季度");
    }

    private CycleState state(String cycleId) {
        return view(cycleId).state();
    }

    private CycleView view(String cycleId) {
        return detail(cycleId).cycle();
    }

    private CycleDetail detail(String cycleId) {
        return cities.as(city.officer(), () -> cycleViews.detail(cycleId, currentUsers.required()));
    }

    private List<SlipView> slips(String cycleId) {
        return cities.as(city.officer(), () -> slipViews
                .list(new SlipFilter(null, cycleId, null, null), currentUsers.required(), 0, 50)
                .items());
    }

    private static java.time.Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
