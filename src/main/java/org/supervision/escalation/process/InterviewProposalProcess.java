package org.supervision.escalation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.Interviews;
import org.supervision.escalation.SlipEvent.InterviewProposed;
import org.supervision.escalation.SlipEvent.SlipEnded;
import org.supervision.escalation.SlipEvent.SlipReopened;
import org.supervision.escalation.SlipKind;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;

/** What {@code interview-proposal.bpmn} asks and tells; a proposal of the ladder starts it. */
@ProcessBean("interviewProposal")
class InterviewProposalProcess {

    static final String KEY = "interview-proposal";

    private final Interviews interviews;
    private final Submissions submissions;
    private final RuntimeService runtime;
    private final RunningInstances instances;
    private final Clock clock;

    InterviewProposalProcess(
            Interviews interviews,
            Submissions submissions,
            @Lazy RuntimeService runtime,
            RunningInstances instances,
            Clock clock) {
        this.interviews = interviews;
        this.submissions = submissions;
        this.runtime = runtime;
        this.instances = instances;
        this.clock = clock;
    }

    @EventListener
    void start(InterviewProposed event) {
        start(event.government(), event.slipId());
    }

    /** Its instance had ended with it. */
    @EventListener
    void start(SlipReopened event) {
        if (event.kind() == SlipKind.INTERVIEW) {
            start(event.government(), event.slipId());
        }
    }

    private void start(String government, String slipId) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(slipId)
                .setVariable(Submissions.GOVERNMENT, government)
                .execute();
    }

    /** Ended from outside, also while it stands still: its cause is gone or it was taken back. */
    @EventListener
    void end(SlipEnded event) {
        boolean ownAct = event.reason() == EndReason.DISCARDED || event.reason() == EndReason.HELD;
        if (event.kind() == SlipKind.INTERVIEW && !ownAct) {
            instances.activate(event.slipId());
            instances.correlate("SlipEnded", event.government(), event.slipId());
        }
    }

    @EventListener
    void reckonAnew(HolidaysChanged event) {
        instances.setDueDates(
                KEY,
                item -> item.dueAt() == null || item.isOverdue(clock.instant())
                        ? item.dueAt()
                        : interviews.decisionDueAt(
                                item.businessKey(), LocalDate.ofInstant(item.createdAt(), clock.getZone())));
    }

    public Date decisionDueAt(DelegateExecution execution) {
        return Date.from(interviews.decisionDueAt(id(execution), LocalDate.now(clock)));
    }

    public String cityLeaders(DelegateExecution execution) {
        return GroupPath.cityLeader(interviews.government(id(execution))).toString();
    }

    public List<String> office(DelegateExecution execution) {
        String government = interviews.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public void decide(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean held = values.text("decision").equals("HOLD");
        if (held) {
            interviews.hold(id(task.getExecution()), values.text("comment"));
        } else {
            interviews.decline(id(task.getExecution()));
        }
        task.setVariable("held", held);
    }

    public void record(DelegateTask task) {
        interviews.record(
                id(task.getExecution()), submissions.take(task).values().text("minutes"));
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
