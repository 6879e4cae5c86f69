package org.supervision.tables.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.Confirmation;
import org.supervision.tables.ImportPreview.NumberGap;
import org.supervision.tables.ImportPreview.UnitGroup;
import org.supervision.tables.ImportState;
import org.supervision.tables.RowAction;
import org.supervision.tables.TableImport;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.TableProblem.Severity;

/** An import as a whole. */
record ImportView(
        String id,
        Layout layout,
        String title,
        @Nullable Integer year,
        @Nullable Integer quarter,
        String fileName,
        ImportState state,
        int rowCount,
        List<String> newUnits,
        List<UnitGroup> unitGroups,
        List<NumberGap> numberGaps,
        Map<RowAction, Long> actions,
        Map<Severity, Long> problemCounts,
        List<ProblemView> problems,
        @Nullable Confirmation confirmation) {

    /** An import in the list. */
    record SummaryView(
            String id,
            Layout layout,
            String title,
            @Nullable Integer year,
            @Nullable Integer quarter,
            String fileName,
            ImportState state,
            int rowCount,
            String createdBy,
            Instant createdAt,
            @Nullable Confirmation confirmation) {

        static SummaryView of(TableImport table) {
            return new SummaryView(
                    table.id(),
                    table.layout(),
                    table.title(),
                    table.year(),
                    table.quarter(),
                    table.fileName(),
                    table.state(),
                    table.rowCount(),
                    table.createdByName(),
                    table.createdAt(),
                    table.confirmation());
        }
    }
}
