package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;

/** Ends the process instances of cycles that the closed round left open, suspended ones too. */
@ProcessBean("endCyclesDelegate")
class EndCyclesDelegate implements JavaDelegate {

    private final RunningInstances instances;

    EndCyclesDelegate(RunningInstances instances) {
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instances.correlateWhere(
                "RoundClosed",
                execution.getTenantId(),
                ReportingRoundProcess.ROUND_ID,
                execution.getProcessBusinessKey());
    }
}
