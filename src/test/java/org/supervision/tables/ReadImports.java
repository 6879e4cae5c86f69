package org.supervision.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supervision.keytask.KeyTask;
import org.supervision.reporting.ResultRow;
import org.supervision.tables.read.ReadTable;

/** Imports of what was read, without a database. */
final class ReadImports {

    private ReadImports() {}

    /** The draft held against what a government has stored. */
    static ImportPreview preview(
            String government,
            ReadTable read,
            UnitNames names,
            Map<Integer, KeyTask> keyTasks,
            Map<Integer, ResultRow> results) {
        TableImport table = new TableImport(
                "import",
                government,
                "file",
                "",
                read.layout(),
                read.title(),
                read.year(),
                read.quarter(),
                ImportState.DRAFT,
                List.of(),
                UnitAnswers.NONE,
                read.columns(),
                read.rows().size(),
                "",
                Instant.EPOCH,
                null,
                null,
                null);
        List<StoredRow> rows = read.rows().stream()
                .map(row -> new StoredRow(row, false, null, Set.of()))
                .toList();
        StoredState stored = new StoredState(
                keyTasks, results, Map.of(), null, Map.of(), new CityLeaders(List.of()), Set.of(), false);
        return new ImportAssessment(table, rows, names, stored).preview();
    }
}
