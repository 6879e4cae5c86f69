package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.HeadedTables.HeadedTable;

/** The quarter's result as a list: number, goal, units, progress. */
final class ResultListLayout implements LayoutReader {

    private static final Set<Column> COLUMNS = EnumSet.of(
            Column.NUMBER,
            Column.GOAL,
            Column.UNITS,
            Column.SUPPORTING_UNITS,
            Column.SECTION,
            Column.SUPERVISION_PHONE,
            Column.PROGRESS,
            Column.DONE,
            Column.NOT_DONE,
            Column.VERDICT);
    private static final Pattern NO_TASK = Words.pattern("no task");

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, ResultListLayout::isHeader, directory)
                .map(tables -> new Drafts(Layout.RESULT_LIST, tables.above(), null, rows(tables), tables.problems()));
    }

    private static boolean isHeader(Header header) {
        return header.has(EnumSet.of(Column.NUMBER, Column.GOAL, Column.UNITS, Column.PROGRESS));
    }

    private static List<RowDraft> rows(HeadedTables tables) {
        List<RowDraft> drafts = new ArrayList<>();
        for (HeadedTable table : tables.tables()) {
            table.body().forEach(row -> read(table.header(), row, drafts, tables.problems()));
        }
        return drafts;
    }

    private static void read(Header header, SourceRow row, List<RowDraft> drafts, Problems problems) {
        SourceCell number = header.cell(row, Column.NUMBER);
        SourceCell goal = header.cell(row, Column.GOAL);
        SourceCell units = header.cell(row, Column.UNITS);
        boolean first = row.written().isEmpty() || row.written().get(0) == number;
        if (row.rest() && !drafts.isEmpty()) {
            drafts.get(drafts.size() - 1).append(header, row);
        } else if (NO_TASK.matcher(row.cells().get(0).key()).matches()
                || first && row.written().size() == 1) {
            problems.add(null, ProblemCode.ROW_IGNORED, row.cells().get(0).joined(), row.position());
        } else if (!drafts.isEmpty() && (number.covered() || number.isBlank() && units.addsNothing())) {
            RowDraft draft = drafts.get(drafts.size() - 1);
            draft.append(header, row);
            draft.remark(ProblemCode.ROW_CONTINUED);
        } else if (number.isBlank() && goal.isBlank()) {
            problems.add(null, ProblemCode.ROW_IGNORED, row.written().get(0).joined(), row.position());
        } else {
            drafts.add(new RowDraft(header, row, COLUMNS));
        }
    }
}
