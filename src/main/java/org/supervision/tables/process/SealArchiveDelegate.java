package org.supervision.tables.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.supervision.tables.YearArchives;
import org.supervision.workflow.ProcessBean;

/** Seals an archive whose files are all written. */
@ProcessBean("sealArchiveDelegate")
class SealArchiveDelegate implements JavaDelegate {

    private final YearArchives archives;

    SealArchiveDelegate(YearArchives archives) {
        this.archives = archives;
    }

    @Override
    public void execute(DelegateExecution execution) {
        archives.seal(YearExportProcess.exportId(execution));
    }
}
