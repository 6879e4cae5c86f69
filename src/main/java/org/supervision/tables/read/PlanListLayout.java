package org.supervision.tables.read;

import java.util.Optional;
import org.supervision.identity.UnitDirectory;

/** The year's plan as a list: one row per key task with its units, and perhaps a column for what each quarter must reach. */
final class PlanListLayout implements LayoutReader {

    private final boolean numbered;

    /** @param numbered whether there must be a column of numbers; else rows are counted */
    PlanListLayout(boolean numbered) {
        this.numbered = numbered;
    }

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, this::isHeader, directory)
                .map(tables -> new Drafts(
                        Layout.PLAN_LIST,
                        tables.above(),
                        null,
                        ListRows.read(tables, Column.OF_PLAN),
                        tables.columns(),
                        tables.problems()));
    }

    private boolean isHeader(Header header) {
        return header.lists(numbered);
    }
}
