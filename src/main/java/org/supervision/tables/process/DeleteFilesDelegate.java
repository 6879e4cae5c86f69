package org.supervision.tables.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.tables.YearExports;
import org.supervision.workflow.ProcessBean;

/** Deletes the files of an export that has been kept long enough. */
@ProcessBean("deleteFilesDelegate")
class DeleteFilesDelegate implements JavaDelegate {

    private final YearExports exports;

    DeleteFilesDelegate(YearExports exports) {
        this.exports = exports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exports.delete(YearExportProcess.exportId(execution));
    }
}
