package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.reporting.ReportingCycles;
import org.supervision.workflow.ProcessBean;

/** Notes that a report or a review is late; whoever chases it listens. */
@ProcessBean("markOverdueDelegate")
class MarkOverdueDelegate implements JavaDelegate {

    private final ReportingCycles cycles;

    MarkOverdueDelegate(ReportingCycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cycles.markOverdue(execution.getProcessBusinessKey());
    }
}
