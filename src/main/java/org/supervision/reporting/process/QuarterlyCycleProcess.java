package org.supervision.reporting.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleEvent.CycleReopened;
import org.supervision.reporting.CycleEvent.CycleResumed;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.PartContent;
import org.supervision.reporting.ReportContent;
import org.supervision.reporting.ReportingCycles;
import org.supervision.reporting.ReturnReason;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.Verdict;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submission;
import org.supervision.workflow.Submission.WarningAnswer;
import org.supervision.workflow.Submissions;

/** What {@code quarterly-cycle.bpmn} asks and tells: candidates, deadlines and the completed steps. */
@ProcessBean("quarterlyCycle")
class QuarterlyCycleProcess {

    static final String KEY = "quarterly-cycle";

    private final ReportingCycles cycles;
    private final Submissions submissions;
    private final RuntimeService runtime;

    QuarterlyCycleProcess(ReportingCycles cycles, Submissions submissions, @Lazy RuntimeService runtime) {
        this.cycles = cycles;
        this.submissions = submissions;
        this.runtime = runtime;
    }

    void start(String government, String roundId, String cycleId) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(cycleId)
                .setVariable(Submissions.GOVERNMENT, government)
                .setVariable(ReportingRoundProcess.ROUND_ID, roundId)
                .execute();
    }

    /** One that was suspended when its round opened has not begun before. */
    @EventListener
    void startResumed(CycleResumed event) {
        if (event.after() == CycleState.OPEN) {
            start(event.government(), cycles.round(event.cycleId()), event.cycleId());
        }
    }

    /** One whose round was published has ended before. */
    @EventListener
    void startReopened(CycleReopened event) {
        start(event.government(), event.roundId(), event.cycleId());
    }

    public void begin(DelegateExecution execution) {
        cycles.begin(id(execution));
    }

    public boolean partsAreAwaited(DelegateExecution execution) {
        return cycles.awaitsParts(id(execution));
    }

    public boolean isDrafting(DelegateExecution execution) {
        return cycles.isDrafting(id(execution));
    }

    /** Unit codes of those whose parts are not in. */
    public List<String> partners(DelegateExecution execution) {
        return cycles.partners(id(execution));
    }

    public String partnerLiaisons(DelegateExecution execution) {
        String unit = (String) execution.getVariable("partner");
        return GroupPath.liaison(cycles.government(id(execution)), unit).toString();
    }

    public String leadLiaisons(DelegateExecution execution) {
        return cycles.leadLiaisons(id(execution)).toString();
    }

    public String unitLeaders(DelegateExecution execution) {
        return cycles.unitLeaders(id(execution)).toString();
    }

    public List<String> officers(DelegateExecution execution) {
        String government = cycles.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public Date partsDueAt(DelegateExecution execution) {
        return Date.from(cycles.partsDueAt(id(execution)));
    }

    public Date reportDueAt(DelegateExecution execution) {
        return Date.from(cycles.reportDueAt(id(execution)));
    }

    public @Nullable Date unitReviewDueAt(DelegateExecution execution) {
        return date(cycles.unitReviewDueAt(id(execution)));
    }

    public @Nullable Date officeReviewDueAt(DelegateExecution execution) {
        return date(cycles.officeReviewDueAt(id(execution)));
    }

    /** A part that is not owed any more ends with nothing to be kept. */
    public void submitPart(DelegateTask task) {
        String partner = (String) task.getVariable("partner");
        if (!cycles.partners(id(task.getExecution())).contains(partner)) {
            return;
        }
        Submission submission = submissions.take(task);
        FormValues values = submission.values();
        cycles.submitPart(
                id(task.getExecution()),
                partner,
                new PartContent(
                        values.text("progress"),
                        optional(values.text("problems")),
                        ReportContent.subItemValues(values)));
    }

    public void beginDrafting(DelegateTask task) {
        cycles.beginDrafting(id(task.getExecution()));
    }

    public void submitReport(DelegateTask task) {
        Submission submission = submissions.take(task);
        FormValues values = submission.values();
        cycles.submitReport(
                id(task.getExecution()),
                new ReportContent(
                        values.choice("verdict", Verdict.class).orElseThrow(),
                        values.text("progress"),
                        ReportContent.indicatorValues(values),
                        ReportContent.subItemValues(values),
                        optional(values.text("problems")),
                        optional(values.text("nextSteps"))),
                submission.warningAnswers().stream()
                        .collect(Collectors.toMap(
                                WarningAnswer::code, WarningAnswer::answer, (first, second) -> second)),
                submission.enteredFrom());
    }

    public void reviewByUnit(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        task.setVariable(
                "approved",
                cycles.reviewByUnit(
                        id(task.getExecution()),
                        values.choice("decision", ReviewDecision.class).orElseThrow(),
                        optional(values.text("comment"))));
    }

    public void reviewByOffice(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        task.setVariable(
                "approved",
                cycles.reviewByOffice(
                        id(task.getExecution()),
                        values.choice("decision", ReviewDecision.class).orElseThrow(),
                        values.choice("reasonCode", ReturnReason.class).orElse(null),
                        optional(values.text("comment")),
                        values.choice("verdict", Verdict.class).orElse(null)));
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
