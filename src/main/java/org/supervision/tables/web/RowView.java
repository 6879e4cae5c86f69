package org.supervision.tables.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.tables.RowAction;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/**
 * A row of an import as the contract has it, with its ordinal and with what would change of the stored key task.
 *
 * @param sourceCells the untouched cells; only where one row is asked for
 */
record RowView(
        int row,
        @Nullable Integer number,
        String goal,
        @Nullable String leadUnit,
        List<String> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        @Nullable String leaderInCharge,
        List<PlannedQuarter> quarters,
        @Nullable Verdict verdict,
        List<String> progress,
        @Nullable String reportProblems,
        @Nullable String nextSteps,
        RowAction action,
        List<ProblemView> problems,
        Map<String, Change> changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CellView> sourceCells) {

    /** A cell of the document with the field that was read from it. */
    record CellView(String field, String text, String position) {}
}
