package org.supervision.tables.read;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.SourceDocument.Table;

/** Of which year and quarter the sheets of a workbook are: those of several are no one table. */
final class Periods {

    private Periods() {}

    /**
     * Refuses a workbook whose sheets name different years or, where they tell of one, quarters.
     *
     * @param layout as which it was read
     */
    static void check(SourceDocument document, Layout layout) {
        List<Title> titles = document.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.rows().get(0).position().kind() == SourcePosition.Kind.CELL)
                .map(table -> title(table, document.headers().of(table)))
                .filter(title -> title.year() != null || title.quarter() != null)
                .toList();
        boolean years = differ(titles.stream().map(Title::year).toList());
        boolean quarters = layout.statesResults()
                && differ(titles.stream().map(Title::quarter).toList());
        if (years || quarters) {
            throw new DocumentRefusedException(
                    Reason.SEVERAL_PERIODS,
                    String.join(
                            "\u3001",
                            titles.stream().map(Title::text).distinct().toList()));
        }
    }

    private static boolean differ(List<Integer> named) {
        return new HashSet<>(named.stream().filter(Objects::nonNull).toList()).size() > 1;
    }

    /** What stands above the header of the sheet, or its name; of nothing if it lists no key tasks. */
    private static Title title(Table table, SortedMap<Integer, Header> headers) {
        if (headers.values().stream().noneMatch(header -> header.lists(false))) {
            return Title.of("");
        }
        Title title = Title.among(table.rows().subList(0, headers.firstKey()).stream()
                .flatMap(row -> row.written().stream())
                .map(SourceCell::joined)
                .toList());
        Title sheet = Title.of(table.rows().get(0).position().place());
        return new Title(
                title.text().isEmpty() || title.year() == null && title.quarter() == null ? sheet.text() : title.text(),
                title.year() == null ? sheet.year() : title.year(),
                title.quarter() == null ? sheet.quarter() : title.quarter());
    }
}
