package org.supervision.tables.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.tables.YearExportRequested;
import org.supervision.tables.YearExports;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.Submissions;

/** Starts {@code year-export.bpmn}, one instance per export of its government, and answers what it asks. */
@ProcessBean("yearExport")
class YearExportProcess {

    static final String KEY = "year-export";

    /** Whether files are left to be written. */
    static final String MORE = "moreToWrite";

    /** Whether it is an archive, which is sealed and stays. */
    private static final String ARCHIVE = "archive";

    private static final String PREFIX = "export-";

    private final RuntimeService runtime;
    private final YearExports exports;

    YearExportProcess(@Lazy RuntimeService runtime, YearExports exports) {
        this.runtime = runtime;
        this.exports = exports;
    }

    static String exportId(DelegateExecution execution) {
        return execution.getProcessBusinessKey().substring(PREFIX.length());
    }

    @EventListener
    void start(YearExportRequested event) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(PREFIX + event.exportId())
                .setVariable(Submissions.GOVERNMENT, event.government())
                .setVariable(ARCHIVE, event.archive())
                .execute();
    }

    public Date keptUntil(DelegateExecution execution) {
        return Date.from(exports.keptUntil(exportId(execution)));
    }
}
