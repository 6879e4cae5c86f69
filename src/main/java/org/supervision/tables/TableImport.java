package org.supervision.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Quarter;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.SourceColumn;
import org.supervision.tables.read.TableProblem;

/**
 * One uploaded document on its way into a government's list of key tasks.
 *
 * @param year as the title or the person who uploads says
 * @param quarter the same; only result tables need one
 * @param problems of the document as a whole, as they were read
 * @param columns of the document, from left to right; none if it is no table
 * @param confirmation null until it is confirmed
 */
public record TableImport(
        String id,
        String government,
        String fileName,
        String sha256,
        Layout layout,
        String title,
        @Nullable Integer year,
        @Nullable Integer quarter,
        ImportState state,
        List<TableProblem> problems,
        UnitAnswers unitAnswers,
        List<SourceColumn> columns,
        int rowCount,
        String createdByName,
        Instant createdAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable Confirmation confirmation) {

    public boolean isDraft() {
        return state == ImportState.DRAFT;
    }

    /** The quarter whose results the document states; null if it states none or does not say of which. */
    public @Nullable Quarter resultsOf() {
        return layout.statesResults() && year != null && quarter != null ? new Quarter(year, quarter) : null;
    }
}
