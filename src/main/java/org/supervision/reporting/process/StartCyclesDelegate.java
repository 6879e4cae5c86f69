package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.reporting.ReportingCycles;
import org.supervision.workflow.ProcessBean;

/** Starts one process instance for each cycle of the round that has none yet. */
@ProcessBean("startCyclesDelegate")
class StartCyclesDelegate implements JavaDelegate {

    private final ReportingCycles cycles;
    private final QuarterlyCycleProcess process;

    StartCyclesDelegate(ReportingCycles cycles, QuarterlyCycleProcess process) {
        this.cycles = cycles;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String roundId = execution.getProcessBusinessKey();
        cycles.notBegun(roundId).forEach(cycleId -> process.start(execution.getTenantId(), roundId, cycleId));
    }
}
