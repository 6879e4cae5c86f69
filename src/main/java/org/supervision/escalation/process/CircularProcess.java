package org.supervision.escalation.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.escalation.CircularEvent.CircularDrafted;
import org.supervision.escalation.Circulars;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** What {@code circular.bpmn} asks and tells; an officer who takes orders together starts it. */
@ProcessBean("circular")
class CircularProcess {

    private static final String KEY = "circular";

    private final Circulars circulars;
    private final Submissions submissions;
    private final RuntimeService runtime;

    CircularProcess(Circulars circulars, Submissions submissions, @Lazy RuntimeService runtime) {
        this.circulars = circulars;
        this.submissions = submissions;
        this.runtime = runtime;
    }

    @EventListener
    void start(CircularDrafted event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(event.circularId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .execute();
    }

    public List<String> office(DelegateExecution execution) {
        String government = circulars.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public String chief(DelegateExecution execution) {
        return GroupPath.office(circulars.government(id(execution)), Role.OFFICE_CHIEF)
                .toString();
    }

    public void write(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean submitted = values.text("decision").equals("SUBMIT");
        if (submitted) {
            circulars.submit(id(task.getExecution()), values.text("subject"), values.text("body"));
        } else {
            circulars.discard(id(task.getExecution()));
        }
        task.setVariable("submitted", submitted);
    }

    public void sign(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean signed = values.text("decision").equals("SIGN");
        if (signed) {
            circulars.issue(id(task.getExecution()));
        } else {
            circulars.giveBack(id(task.getExecution()), values.text("comment"));
        }
        task.setVariable("signed", signed);
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
