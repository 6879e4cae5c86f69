package org.supervision.reporting.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.reporting.FindingAgreement;
import org.supervision.reporting.InspectionDecision;
import org.supervision.reporting.InspectionEvent.InspectionCancelled;
import org.supervision.reporting.InspectionEvent.InspectionPlanned;
import org.supervision.reporting.InspectionFinding;
import org.supervision.reporting.Inspections;
import org.supervision.shared.DomainException;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;

/** What {@code inspection.bpmn} asks and tells; a planned inspection starts it, a cancelled one ends it. */
@ProcessBean("inspection")
class InspectionProcess {

    static final String KEY = "inspection";

    private final Inspections inspections;
    private final Submissions submissions;
    private final RunningInstances instances;
    private final RuntimeService runtime;

    InspectionProcess(
            Inspections inspections,
            Submissions submissions,
            RunningInstances instances,
            @Lazy RuntimeService runtime) {
        this.inspections = inspections;
        this.submissions = submissions;
        this.instances = instances;
        this.runtime = runtime;
    }

    @EventListener
    void start(InspectionPlanned event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.inspectionId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    @EventListener
    void end(InspectionCancelled event) {
        instances.correlate("InspectionCancelled", event.government(), event.inspectionId());
    }

    public List<String> office(DelegateExecution execution) {
        String government = inspections.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public String chief(DelegateExecution execution) {
        return GroupPath.office(inspections.government(id(execution)), Role.OFFICE_CHIEF)
                .toString();
    }

    public Date findingDueAt(DelegateExecution execution) {
        return Date.from(inspections.findingDueAt(id(execution)));
    }

    public void record(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        task.setVariable(
                "contradictsApproved",
                inspections.record(
                        id(task.getExecution()),
                        new InspectionFinding(
                                values.choice("agreement", FindingAgreement.class)
                                        .orElseThrow(),
                                values.text("finding"),
                                values.text("place"),
                                day(values.text("seenOn")))));
    }

    public void decide(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        task.setVariable(
                "reopened",
                inspections.decide(
                        id(task.getExecution()),
                        values.choice("decision", InspectionDecision.class).orElseThrow(),
                        values.text("reason")));
    }

    /** The form has let only digits of a date through, which need not be a day of the calendar. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField("seenOn", "reporting.inspection.error.no-date");
        }
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
