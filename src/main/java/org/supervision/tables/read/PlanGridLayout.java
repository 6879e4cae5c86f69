package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.Optional;
import org.supervision.identity.UnitDirectory;

/** The year's plan: per key task a row of milestones and a row of action plans, a column for each quarter. */
final class PlanGridLayout implements LayoutReader {

    private final boolean numbered;

    /** @param numbered whether there must be a column of numbers; else rows are counted */
    PlanGridLayout(boolean numbered) {
        this.numbered = numbered;
    }

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        return HeadedTables.find(document, this::isHeader, directory)
                .map(tables -> new Drafts(
                        Layout.PLAN_GRID,
                        tables.above(),
                        null,
                        GridRows.read(tables, Column.OF_PLAN),
                        tables.columns(),
                        tables.problems()));
    }

    private boolean isHeader(Header header) {
        return header.lists(numbered) && header.has(EnumSet.of(Column.ROW_KIND)) && header.has(Column.QUARTERS);
    }
}
