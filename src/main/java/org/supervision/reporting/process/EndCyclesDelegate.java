package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.reporting.ReportingRounds;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;

/** Ends the process instances of cycles that the closed round left open, suspended ones too. */
@ProcessBean("endCyclesDelegate")
class EndCyclesDelegate implements JavaDelegate {

    private final ReportingRounds rounds;
    private final RunningInstances instances;

    EndCyclesDelegate(ReportingRounds rounds, RunningInstances instances) {
        this.rounds = rounds;
        this.instances = instances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.hold(execution.getProcessBusinessKey());
        instances.correlateWhere(
                "RoundClosed",
                execution.getTenantId(),
                ReportingRoundProcess.ROUND_ID,
                execution.getProcessBusinessKey());
    }
}
