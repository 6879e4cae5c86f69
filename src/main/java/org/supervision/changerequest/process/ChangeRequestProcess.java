package org.supervision.changerequest.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.changerequest.ChangeDecision.Answer;
import org.supervision.changerequest.ChangeDecisions;
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequest;
import org.supervision.changerequest.ChangeRequestEvent.ChangeAsked;
import org.supervision.changerequest.ChangeRequestEvent.ChangeEnded;
import org.supervision.changerequest.ChangeStep;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.identity.UnitMerged;
import org.supervision.reporting.CycleEvent.CycleSuspended;
import org.supervision.reporting.CycleEvent.ReportSubmitted;
import org.supervision.reporting.RoundEvent.RoundClosed;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;
import org.supervision.workflow.WorkItem;

/**
 * What the four diagrams of this module ask and tell: they differ in who decides, not in how. A request starts the one
 * of its kind; whatever ends it undecided ends the instance.
 */
@ProcessBean("changeRequest")
class ChangeRequestProcess {

    private final ChangeDecisions decisions;
    private final Submissions submissions;
    private final RunningInstances instances;
    private final RuntimeService runtime;
    private final Clock clock;

    ChangeRequestProcess(
            ChangeDecisions decisions,
            Submissions submissions,
            RunningInstances instances,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.decisions = decisions;
        this.submissions = submissions;
        this.instances = instances;
        this.runtime = runtime;
        this.clock = clock;
    }

    @EventListener
    void start(ChangeAsked event) {
        ChangeRequest request = decisions.get(event.requestId());
        runtime.createProcessInstanceByKey(event.kind().process())
                .businessKey(event.requestId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .setVariable("leaderAsked", request.isLeaderAsked())
                .setVariable("officeAsked", request.isOfficeAsked())
                .setVariable("cityLeaderAsked", request.cityLeaderAsked())
                .execute();
    }

    @EventListener
    void lapse(ReportSubmitted event) {
        decisions.lapseOfCycle(event.cycleId());
    }

    @EventListener
    void lapse(CycleSuspended event) {
        decisions.lapseOfCycle(event.cycleId());
    }

    @EventListener
    void lapse(RoundClosed event) {
        decisions.lapseOfRound(event.roundId());
    }

    /** What waits for the leader of a merged unit waits for the one who has its duties. */
    @EventListener
    void follow(UnitMerged event) {
        GroupPath before = GroupPath.unitLeader(event.government(), event.unit());
        GroupPath after = GroupPath.unitLeader(event.government(), event.into());
        decisions
                .moveUnit(event.unit(), event.into())
                .forEach(id ->
                        instances.replaceCandidates(decisions.get(id).kind().process(), id, before, after));
    }

    /** What is not due yet is due by the new working days; a date that was named stays. */
    @EventListener
    void reckonAnew(HolidaysChanged event) {
        for (ChangeKind kind : ChangeKind.values()) {
            instances.setDueDates(
                    kind.process(),
                    item -> item.step().equals("UserTask_Resume") || item.isOverdue(clock.instant())
                            ? item.dueAt()
                            : decisions.dueAt(
                                    item.businessKey(),
                                    step(item),
                                    LocalDate.ofInstant(item.createdAt(), clock.getZone())));
        }
    }

    private static ChangeStep step(WorkItem item) {
        return item.step().equals("UserTask_DecideByUnitLeader") ? ChangeStep.UNIT_LEADER : ChangeStep.OFFICE;
    }

    @EventListener
    void end(ChangeEnded event) {
        if (event.isUndecided()) {
            instances.correlate("ChangeRequestEnded", event.government(), event.requestId());
        }
    }

    public String unitLeaders(DelegateExecution execution) {
        ChangeRequest request = request(execution);
        return GroupPath.unitLeader(request.government(), request.unit()).toString();
    }

    /** The chief may do what an officer does. */
    public List<String> office(DelegateExecution execution) {
        String government = request(execution).government();
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public String chief(DelegateExecution execution) {
        return GroupPath.office(request(execution).government(), Role.OFFICE_CHIEF)
                .toString();
    }

    public String cityLeaders(DelegateExecution execution) {
        return GroupPath.cityLeader(request(execution).government()).toString();
    }

    public Date unitLeaderDueAt(DelegateExecution execution) {
        return dueAt(execution, ChangeStep.UNIT_LEADER);
    }

    public Date officeDueAt(DelegateExecution execution) {
        return dueAt(execution, ChangeStep.OFFICE);
    }

    public Date cityLeaderDueAt(DelegateExecution execution) {
        return dueAt(execution, ChangeStep.CITY_LEADER);
    }

    private Date dueAt(DelegateExecution execution, ChangeStep step) {
        return Date.from(decisions.dueAt(execution.getProcessBusinessKey(), step, LocalDate.now(clock)));
    }

    public Date resumptionDueAt(DelegateExecution execution) {
        return Date.from(decisions.resumptionDueAt(execution.getProcessBusinessKey()));
    }

    public void decideByUnitLeader(DelegateTask task) {
        decide(task, ChangeStep.UNIT_LEADER);
    }

    public void decideByOffice(DelegateTask task) {
        decide(task, ChangeStep.OFFICE);
    }

    public void decideByChief(DelegateTask task) {
        decide(task, ChangeStep.CHIEF);
    }

    public void decideByCityLeader(DelegateTask task) {
        decide(task, ChangeStep.CITY_LEADER);
    }

    public void resume(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        decisions.resume(id(task), optional(values.text("comment")));
    }

    private void decide(DelegateTask task, ChangeStep step) {
        FormValues values = submissions.take(task).values();
        task.setVariable(
                "granted",
                decisions.decide(
                        id(task),
                        step,
                        values.choice("decision", Answer.class).orElseThrow(),
                        optional(values.text("comment"))));
    }

    private ChangeRequest request(DelegateExecution execution) {
        return decisions.get(execution.getProcessBusinessKey());
    }

    private static String id(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }
}
