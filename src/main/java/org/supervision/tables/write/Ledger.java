package org.supervision.tables.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;

/**
 * A table of key tasks as it goes out, whatever the file.
 *
 * @param quarter null for a plan
 * @param summary a sentence under the title; empty without one
 */
public record Ledger(
        Layout layout, int year, @Nullable Integer quarter, String title, String summary, List<LedgerRow> rows) {

    public Ledger {
        rows = List.copyOf(rows);
    }

    /**
     * One key task.
     *
     * @param values where there is no approved report, the progress is the words for that
     * @param adjustments what was changed in the plan on request, in words
     */
    public record LedgerRow(RowValues values, List<String> adjustments) {

        public LedgerRow {
            adjustments = List.copyOf(adjustments);
        }
    }
}
