package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.Portal.Page;
import org.supervision.escalation.ScoreEvent;
import org.supervision.escalation.ScoreRules;
import org.supervision.escalation.ScoreViews;
import org.supervision.escalation.ScoreViews.ScoreLine;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.Quarter;

/** Every way through an inspection, from its plan to what the chief makes of it. */
class InspectionTests extends ClosedRoundScene {

    private static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

    @Autowired
    private Inspections inspections;

    @Autowired
    private InspectionViews views;

    @Autowired
    private EvidenceFiles evidence;

    @Autowired
    private ScoreViews scores;

    @Autowired
    private ScoreRules rules;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private HistoryService history;

    @Test
    void whatContradictsAPublishedReportIsReopenedByTheChiefAndCorrected() {
        publish();
        String id = found(1, FindingAgreement.CONTRADICTS);

        assertThat(cities.kindsWaitingFor(city.officer(), id)).isEmpty();
        assertThat(state(round + "-1")).isEqualTo(CycleState.CLOSED);
        assertThat(lines()).extracting(ScoreLine::event).containsExactly(ScoreEvent.REPORT_CONTRADICTED);
        decide(id, InspectionDecision.REOPEN);

        assertThat(state(round + "-1")).isEqualTo(CycleState.DRAFTING);
        assertThat(portal.signIn(city.liaison(0)).open("/").text("main"))
                .as("the unit is told by whom and why")
                .contains("重新打开，请重报", "现场与报告不一致")
                .doesNotContain("退回第 1 版");
        assertThat(view(id).decision()).isEqualTo(InspectionDecision.REOPEN);
        assertThat(endsOf(id)).containsExactly("EndEvent_CycleReopened");
        report(1, "完成第1处选址，围墙未建。");
        publish();

        Publication corrected = publications.latest(round).orElseThrow();
        assertThat(corrected.number()).isEqualTo(2);
        assertThat(corrected.rows().get(0).progress()).containsExactly("完成第1处选址，围墙未建。");
        assertThat(publications.find(round, 1).rows().get(0).progress()).containsExactly("完成第1处选址。");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.points()).isEqualTo(-10);
            assertThat(line.keyTaskNumber()).isEqualTo(1);
            assertThat(line.causeId()).isEqualTo(id);
            assertThat(line.counts()).isTrue();
        });
    }

    @Test
    void thePublicReadsNothingOfAFinding() {
        publish();
        String id = found(1, FindingAgreement.CONTRADICTS);

        Page page = portal.anonymous().open("/public/key-tasks/" + view(id).keyTaskId());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("body")).contains("完成第1处选址").doesNotContain("围墙未建", "实地督查");
    }

    @Test
    void betweenClosingAndPublicationNobodyCanHoldUpTheTable() {
        String id = found(2, FindingAgreement.PARTLY);

        assertThatThrownBy(() -> decide(id, InspectionDecision.REOPEN)).hasMessageContaining("round-closed");
        assertThat(state(round + "-2")).isEqualTo(CycleState.CLOSED);
        publish();
        decide(id, InspectionDecision.REOPEN);
        report(2, "选址待定。");
        publish();

        assertThat(publications.latest(round).orElseThrow().number()).isEqualTo(2);
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(ScoreEvent.REPORT_PARTLY_CONTRADICTED);
            assertThat(line.points()).isEqualTo(-5);
        });
    }

    @Test
    void aReportThatIsLeftStaysAsItIsAndTheFindingCounts() {
        String id = found(1, FindingAgreement.CONTRADICTS);
        decide(id, InspectionDecision.LEAVE);

        assertThat(state(round + "-1")).isEqualTo(CycleState.CLOSED);
        assertThat(endsOf(id)).containsExactly("EndEvent_Left");
        assertThat(lines()).extracting(ScoreLine::counts).containsExactly(true);
        assertThatThrownBy(() -> asChief(() -> inspections.decide(id, InspectionDecision.REOPEN, "再想")))
                .hasMessageContaining("not-DECIDING");
    }

    @Test
    void aFindingThatDoesNotHoldCostsNothing() {
        String id = found(1, FindingAgreement.CONTRADICTS);
        decide(id, InspectionDecision.REJECT);

        assertThat(lines()).singleElement().satisfies(line -> assertThat(line.cancelled())
                .isTrue());
        assertThat(view(id).isContradicting()).isFalse();
    }

    @Test
    void whatAgreesEndsWithTheRecord() {
        String id = found(1, FindingAgreement.AGREES);

        assertThat(endsOf(id)).containsExactly("EndEvent_Recorded");
        assertThat(cities.kindsWaitingFor(city.chief(), id)).isEmpty();
        assertThat(lines()).isEmpty();
        assertThatThrownBy(() -> cancel(id, "不去了")).hasMessageContaining("not-PLANNED");
    }

    @Test
    void oneThatIsNotCarriedOutIsCancelledWithAReason() {
        String id = plan(1, round + "-1");
        assertThatThrownBy(() -> cancel(id, " ")).hasMessageContaining("error.reason");
        cancel(id, "暴雨封路");

        assertThat(endsOf(id)).containsExactly("EndEvent_NotCarriedOut");
        assertThat(view(id).state()).isEqualTo(InspectionState.CANCELLED);
        assertThat(view(id).cancelReason()).isEqualTo("暴雨封路");
        assertThat(cities.kindsWaitingFor(city.officer(), id)).isEmpty();
        assertThat(plan(1, null)).isEqualTo(keyTask(1) + "-i2");
    }

    @Test
    void aReportUnderReviewIsNotReopenedButItsReviewerKnows() {
        String next = cities.openRound(city, 2);
        String cycle = next + "-1";
        cities.complete(city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", "已全面开工建设。"));
        String id = plan(1, cycle);
        photograph(id, 1);
        assertThatThrownBy(() -> record(id, FindingAgreement.CONTRADICTS, "2024-03-31"))
                .as("before the quarter began")
                .hasMessageContaining("before-year");
        record(id, FindingAgreement.CONTRADICTS, "2024-06-30");

        assertThat(endsOf(id)).containsExactly("EndEvent_Recorded");
        assertThat(view(id).contradictsApproved()).isFalse();
        assertThat(lines()).isEmpty();
        String page = portal.signIn(city.leader(0))
                .open("/work-items/"
                        + cities.as(city.leader(0), () -> cities.waiting(cycle, "unit-review")
                                .id()))
                .text("main");
        assertThat(page).contains("与报告不符", "实地督查不符").doesNotContain("按 A 即通过");
    }

    @Test
    void whatWasReportedAnewIsNotReopenedForWhatWasFoundBefore() {
        publish();
        String id = found(1, FindingAgreement.CONTRADICTS);
        asChief(() -> {
            reopening.reopen(round + "-1", "先行重开");
            return true;
        });
        assertThatThrownBy(() -> decide(id, InspectionDecision.REOPEN)).hasMessageContaining("reopened-before");
        report(1, "更正。");
        assertThatThrownBy(() -> decide(id, InspectionDecision.REOPEN)).hasMessageContaining("reopened-before");
        decide(id, InspectionDecision.LEAVE);
        assertThat(state(round + "-1")).isEqualTo(CycleState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingAgreement.class,
            names = {"PARTLY", "CONTRADICTS"})
    void aContradictionWithoutAPhotographIsRefused(FindingAgreement agreement) {
        String id = plan(1, round + "-1");
        assertThatThrownBy(() -> record(id, agreement, "2024-04-01")).hasMessageContaining("no-photograph");
        assertThat(cities.kindsWaitingFor(city.officer(), id)).containsExactly("inspection-finding");
        assertThat(view(id).state()).isEqualTo(InspectionState.PLANNED);
    }

    @Test
    void aFindingOfTomorrowOrOfNoReportIsRefused() {
        String id = plan(1, round + "-1");
        assertThatThrownBy(() -> record(id, FindingAgreement.AGREES, "2024-04-02"))
                .hasMessageContaining("future");
        assertThatThrownBy(() -> record(id, FindingAgreement.AGREES, "2024-02-30"))
                .hasMessageContaining("no-date");
        String bare = plan(1, null);
        assertThatThrownBy(() -> record(bare, FindingAgreement.AGREES, "2024-04-01"))
                .hasMessageContaining("no-report");
        record(bare, FindingAgreement.NO_REPORT, "2024-04-01");
        assertThat(endsOf(bare)).containsExactly("EndEvent_Recorded");
    }

    @Test
    void onlyPicturesAreAttached() throws IOException {
        String id = plan(1, round + "-1");
        byte[] pdf = SampleFiles.pdf();
        assertThatThrownBy(() -> attach(id, "现场.pdf", pdf)).hasMessageContaining("no-picture");
        assertThatThrownBy(() -> attach(id, "现场.jpg", pdf)).hasMessageContaining("other-type");
        photograph(id, 1);
        assertThat(view(id).photographs()).extracting(Evidence::name).containsExactly("现场1.png");
    }

    @Test
    void whatAContradictionCostsIsTheGovernmentsRule() {
        asChief(() -> {
            rules.change(ScoreEvent.REPORT_CONTRADICTED, -20, TODAY);
            return true;
        });
        found(1, FindingAgreement.CONTRADICTS);
        assertThat(lines()).extracting(ScoreLine::points).containsExactly(-20);
    }

    /** The step and all it does are one: a refusal leaves neither record nor score nor event behind. */
    @Test
    void aRefusedDecisionLeavesEverythingAsItWas() {
        String id = found(1, FindingAgreement.CONTRADICTS);
        assertThatThrownBy(() -> cities.complete(
                        city.chief(), id, "inspection-decision", Map.of("decision", "REOPEN", "reason", " ")))
                .isNotNull();
        assertThat(cities.kindsWaitingFor(city.chief(), id)).containsExactly("inspection-decision");
        assertThat(state(round + "-1")).isEqualTo(CycleState.CLOSED);
        assertThat(view(id).decidedAt()).isNull();
        assertThat(jdbc.sql("select count(*) from cycle_reopening where cycle_id = ?")
                        .param(round + "-1")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void itIsDueOnTheDayItIsPlannedFor() {
        String id = cities.as(city.officer(), () -> inspections.plan(keyTask(1), null, "城东", TODAY.plusDays(1)));
        assertThat(cities.as(city.officer(), () -> cities.waiting(id, "inspection-finding")
                        .dueAt()))
                .isEqualTo(Instant.parse("2024-04-02T10:00:00Z"));
    }

    private String found(int number, FindingAgreement agreement) {
        String id = plan(number, round + "-" + number);
        photograph(id, number);
        record(id, agreement, "2024-04-01");
        return id;
    }

    private String plan(int number, @Nullable String cycle) {
        return cities.as(
                city.officer(),
                () -> inspections.plan(keyTask(number), cycle, "城东第%d地块".formatted(number), LocalDate.of(2024, 12, 1)));
    }

    private void photograph(String id, int picture) {
        try {
            attach(id, "现场%d.png".formatted(picture), SampleFiles.png(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attach(String id, String name, byte[] content) {
        cities.as(city.officer(), () -> {
            try {
                return evidence.attach(
                        cities.waiting(id, "inspection-finding").id(), name, new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void record(String id, FindingAgreement agreement, String seenOn) {
        cities.complete(
                city.officer(),
                id,
                "inspection-finding",
                Map.of("agreement", agreement.name(), "finding", "围墙未建。", "place", "城东地块", "seenOn", seenOn));
    }

    private void decide(String id, InspectionDecision decision) {
        cities.complete(
                city.chief(), id, "inspection-decision", Map.of("decision", decision.name(), "reason", "现场与报告不一致"));
    }

    private void cancel(String id, String reason) {
        cities.as(city.officer(), () -> {
            inspections.cancel(id, reason);
            return id;
        });
    }

    private <T> void asChief(java.util.function.Supplier<T> act) {
        cities.as(city.chief(), act);
    }

    private CycleState state(String cycle) {
        return CycleState.valueOf(jdbc.sql("select state from reporting_cycle where id = ?")
                .param(cycle)
                .query(String.class)
                .single());
    }

    private InspectionView view(String id) {
        return cities.as(city.officer(), () -> views.get(id, currentUsers.required()));
    }

    private List<ScoreLine> lines() {
        return cities.as(city.officer(), () -> scores.of(new Quarter(2024, 1), currentUsers.required()).stream()
                .flatMap(score -> score.lines().stream())
                .toList());
    }

    private List<String> endsOf(String id) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("inspection")
                        .processInstanceBusinessKey(id)
                        .finished()
                        .singleResult()
                        .getId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }
}
