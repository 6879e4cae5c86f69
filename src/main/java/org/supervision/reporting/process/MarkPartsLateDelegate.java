package org.supervision.reporting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.reporting.ReportingCycles;
import org.supervision.workflow.ProcessBean;

/** Notes which partner units did not hand in their parts; the lead goes on without them. */
@ProcessBean("markPartsLateDelegate")
class MarkPartsLateDelegate implements JavaDelegate {

    private final ReportingCycles cycles;

    MarkPartsLateDelegate(ReportingCycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cycles.markPartsLate(execution.getProcessBusinessKey());
    }
}
