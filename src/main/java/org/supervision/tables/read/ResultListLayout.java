package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.Optional;
import org.supervision.identity.UnitDirectory;

/** The quarter's result as a list: number, goal, units, progress. */
final class ResultListLayout implements LayoutReader {

    private final boolean numbered;

    /** @param numbered whether there must be a column of numbers; else rows are counted */
    ResultListLayout(boolean numbered) {
        this.numbered = numbered;
    }

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, this::isHeader, directory)
                .map(tables -> new Drafts(
                        Layout.RESULT_LIST,
                        tables.above(),
                        null,
                        ListRows.read(tables, Column.OF_RESULT),
                        tables.columns(),
                        tables.problems()));
    }

    private boolean isHeader(Header header) {
        return header.lists(numbered) && header.has(EnumSet.of(Column.PROGRESS));
    }
}
