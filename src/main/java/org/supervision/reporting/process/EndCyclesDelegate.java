package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.workflow.ProcessBean;

/** Ends the process instances of cycles that the closed round left open. */
@ProcessBean("endCyclesDelegate")
class EndCyclesDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation("RoundClosed")
                .tenantId(execution.getTenantId())
                .processInstanceVariableEquals(ReportingRoundProcess.ROUND_ID, execution.getProcessBusinessKey())
                .correlateAllWithResult();
    }
}
