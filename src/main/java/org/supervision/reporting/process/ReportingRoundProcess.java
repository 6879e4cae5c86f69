package org.supervision.reporting.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.reporting.ReportingRounds;
import org.supervision.reporting.RoundEvent.RoundDatesMoved;
import org.supervision.reporting.RoundEvent.RoundPlanned;
import org.supervision.reporting.RoundEvent.SignatureRequested;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;

/** What {@code reporting-round.bpmn} asks and tells; a planned round starts it. */
@ProcessBean("reportingRound")
class ReportingRoundProcess {

    static final String KEY = "reporting-round";

    /** Process variable of every cycle: the round it belongs to. */
    static final String ROUND_ID = "roundId";

    private final ReportingRounds rounds;
    private final Submissions submissions;
    private final RuntimeService runtime;
    private final RunningInstances instances;

    ReportingRoundProcess(
            ReportingRounds rounds, Submissions submissions, @Lazy RuntimeService runtime, RunningInstances instances) {
        this.instances = instances;
        this.rounds = rounds;
        this.submissions = submissions;
        this.runtime = runtime;
    }

    @EventListener
    void start(RoundPlanned event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.roundId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    @EventListener
    void startAtSignature(SignatureRequested event) {
        runtime.createMessageCorrelation("SignatureRequested")
                .processInstanceBusinessKey(event.roundId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .correlateStartMessage();
    }

    @EventListener
    void move(RoundDatesMoved event) {
        instances.recalculateTimers(KEY, event.roundId());
    }

    public List<String> office(DelegateExecution execution) {
        String government = rounds.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public String chief(DelegateExecution execution) {
        return GroupPath.office(rounds.government(id(execution)), Role.OFFICE_CHIEF)
                .toString();
    }

    public Date opensAt(DelegateExecution execution) {
        return Date.from(rounds.opensAt(id(execution)));
    }

    public Date closesAt(DelegateExecution execution) {
        return Date.from(rounds.closesAt(id(execution)));
    }

    public void open(DelegateTask task) {
        submissions.take(task);
        rounds.open(id(task.getExecution()));
    }

    public void openOnDate(DelegateExecution execution) {
        rounds.open(id(execution));
    }

    public void close(DelegateTask task) {
        submissions.take(task);
        rounds.close(id(task.getExecution()));
    }

    public void closeOnDate(DelegateExecution execution) {
        rounds.close(id(execution));
    }

    public void checkSecrecy(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        String opinion = values.text("opinion");
        rounds.checkSecrecy(id(task.getExecution()), opinion.isBlank() ? null : opinion);
    }

    public void sign(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean signed = values.text("decision").equals("SIGN");
        if (signed) {
            rounds.publish(id(task.getExecution()));
        } else {
            rounds.returnToCheck(id(task.getExecution()), values.text("comment"));
        }
        task.setVariable("signed", signed);
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
