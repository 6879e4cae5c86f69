package org.supervision.escalation.process;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.escalation.SlipStandstill;
import org.supervision.keytask.KeyTaskResumed;
import org.supervision.keytask.KeyTaskSuspended;
import org.supervision.workflow.RunningInstances;

/** Lets the running orders, interviews and appeals of a key task stand still with it and go on with it. */
@Component
class SlipInstances {

    private final SlipStandstill standstill;
    private final RunningInstances instances;

    SlipInstances(SlipStandstill standstill, RunningInstances instances) {
        this.standstill = standstill;
        this.instances = instances;
    }

    @EventListener
    void suspend(KeyTaskSuspended event) {
        standstill.slips(event.id()).forEach(instances::suspend);
        standstill.appeals(event.id()).keySet().forEach(instances::suspend);
    }

    @EventListener
    void resume(KeyTaskResumed event) {
        standstill.slips(event.id()).forEach(instances::activate);
        standstill.appeals(event.id()).keySet().forEach(instances::activate);
        standstill.goOn(event.id(), event.suspendedOn());
        for (String slip : standstill.slips(event.id())) {
            moveDecisions(SupervisionOrderProcess.KEY, slip, event.suspendedOn());
            moveDecisions(InterviewProposalProcess.KEY, slip, event.suspendedOn());
        }
        standstill
                .appeals(event.id())
                .forEach((id, dueAt) -> instances.setDueDates(AppealProcess.KEY, id, "UserTask_DecideAppeal", dueAt));
    }

    /** What the office and the city leader have to do; the units' answers follow their limits. */
    private void moveDecisions(String process, String slipId, LocalDate suspendedOn) {
        instances.moveDueDates(
                process, slipId, SupervisionOrderProcess.ANSWER, dueAt -> standstill.later(dueAt, suspendedOn));
    }
}
