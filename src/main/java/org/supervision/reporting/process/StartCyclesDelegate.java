package org.supervision.reporting.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.reporting.ReportingCycles;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** Starts one process instance for each cycle of the round that has none yet. */
@ProcessBean("startCyclesDelegate")
class StartCyclesDelegate implements JavaDelegate {

    private final ReportingCycles cycles;

    StartCyclesDelegate(ReportingCycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String roundId = execution.getProcessBusinessKey();
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        for (String cycleId : cycles.notBegun(roundId)) {
            runtime.createProcessInstanceByKey(QuarterlyCycleProcess.KEY)
                    .businessKey(cycleId)
                    .setVariable(Submissions.GOVERNMENT, execution.getVariable(Submissions.GOVERNMENT))
                    .setVariable(ReportingRoundProcess.ROUND_ID, roundId)
                    .execute();
        }
    }
}
