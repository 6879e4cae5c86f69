package org.supervision.tables.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.tables.YearExports;
import org.supervision.workflow.ProcessBean;

/** Writes one file of the export; what is written before stays if it fails. */
@ProcessBean("writeFileDelegate")
class WriteFileDelegate implements JavaDelegate {

    private final YearExports exports;

    WriteFileDelegate(YearExports exports) {
        this.exports = exports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(YearExportProcess.MORE, exports.writeNext(YearExportProcess.exportId(execution)));
    }
}
