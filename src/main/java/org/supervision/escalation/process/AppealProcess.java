package org.supervision.escalation.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.escalation.AppealEvent.AppealFiled;
import org.supervision.escalation.Appeals;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;

/** What {@code appeal.bpmn} asks and tells; a filed appeal starts it. */
@ProcessBean("appeal")
class AppealProcess {

    static final String KEY = "appeal";

    private final Appeals appeals;
    private final Submissions submissions;
    private final RuntimeService runtime;
    private final RunningInstances instances;

    AppealProcess(Appeals appeals, Submissions submissions, @Lazy RuntimeService runtime, RunningInstances instances) {
        this.appeals = appeals;
        this.submissions = submissions;
        this.runtime = runtime;
        this.instances = instances;
    }

    @EventListener
    void start(AppealFiled event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.appealId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    @EventListener
    void reckonAnew(HolidaysChanged event) {
        appeals.reckonAnew().forEach((id, dueAt) -> instances.setDueDates(KEY, id, "UserTask_DecideAppeal", dueAt));
    }

    public String chief(DelegateExecution execution) {
        return GroupPath.office(appeals.government(id(execution)), Role.OFFICE_CHIEF)
                .toString();
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(appeals.dueAt(id(execution)));
    }

    public void decide(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean upheld = values.text("decision").equals("UPHOLD");
        appeals.decide(id(task.getExecution()), upheld, values.text("comment"));
        task.setVariable("upheld", upheld);
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
