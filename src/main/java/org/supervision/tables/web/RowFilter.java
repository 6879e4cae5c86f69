package org.supervision.tables.web;

import org.jspecify.annotations.Nullable;
import org.supervision.tables.ImportRow;
import org.supervision.tables.RowAction;
import org.supervision.tables.read.TableProblem.Severity;

/** Which rows of an import a page shows, as the address says: those with a kind of problem, or with an action. */
enum RowFilter {
    ERROR(Severity.ERROR, null),
    QUESTION(Severity.QUESTION, null),
    WARNING(Severity.WARNING, null),
    CLEAN(null, null),
    CREATE(null, RowAction.CREATE),
    MERGE(null, RowAction.MERGE),
    UNCHANGED(null, RowAction.UNCHANGED),
    SKIP(null, RowAction.SKIP);

    private final @Nullable Severity severity;
    private final @Nullable RowAction action;

    RowFilter(@Nullable Severity severity, @Nullable RowAction action) {
        this.severity = severity;
        this.action = action;
    }

    boolean shows(ImportRow row) {
        if (this == CLEAN) {
            return row.problems().isEmpty();
        }
        return severity == null ? row.action() == action : row.has(severity);
    }

    /** Whether problems of this severity are listed; those of all severities unless one is asked for. */
    boolean lists(Severity other) {
        return severity == null || severity == other;
    }
}
