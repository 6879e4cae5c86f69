package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.Optional;
import org.supervision.identity.UnitDirectory;

/** The quarter's result beside its plan: two rows per key task with the milestone and the action plan of one quarter. */
final class QuarterResultLayout implements LayoutReader {

    private final boolean numbered;

    /** @param numbered whether there must be a column of numbers; else rows are counted */
    QuarterResultLayout(boolean numbered) {
        this.numbered = numbered;
    }

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, this::isHeader, directory)
                .map(tables -> new Drafts(
                        Layout.QUARTER_RESULT,
                        tables.above(),
                        quarter(tables.tables().get(0).header()),
                        GridRows.read(tables, Column.OF_RESULT),
                        tables.columns(),
                        tables.problems()));
    }

    private boolean isHeader(Header header) {
        return header.lists(numbered) && statesQuarter(header);
    }

    /** Whether it has one quarter, and what was reached in it. */
    static boolean statesQuarter(Header header) {
        return header.has(EnumSet.of(Column.ROW_KIND, Column.PROGRESS))
                && header.those(Column.QUARTERS).size() == 1;
    }

    static int quarter(Header header) {
        return Column.QUARTERS.indexOf(header.those(Column.QUARTERS).get(0)) + 1;
    }
}
