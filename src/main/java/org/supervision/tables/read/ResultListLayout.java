package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.Optional;
import org.supervision.identity.UnitDirectory;

/** The quarter's result as a list: number, goal, units, progress. */
final class ResultListLayout implements LayoutReader {

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, ResultListLayout::isHeader, directory)
                .map(tables -> new Drafts(
                        Layout.RESULT_LIST,
                        tables.above(),
                        null,
                        ListRows.read(tables, Column.OF_RESULT),
                        tables.columns(),
                        tables.problems()));
    }

    private static boolean isHeader(Header header) {
        return header.has(EnumSet.of(Column.NUMBER, Column.GOAL, Column.UNITS, Column.PROGRESS));
    }
}
