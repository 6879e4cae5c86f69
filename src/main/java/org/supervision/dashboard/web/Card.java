package org.supervision.dashboard.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card of a dashboard: one table, which the page shows, {@code charts.js} draws and a file holds.
 *
 * @param finding what it says, in a sentence; {@code null} if it says nothing
 * @param terms how its numbers are counted
 * @param chart {@code null} where the table is the picture
 */
record Card(
        String id,
        String title,
        @Nullable String finding,
        String terms,
        @Nullable Chart chart,
        List<Column> columns,
        List<Row> rows) {

    /** One whose title and terms are in the bundles. */
    static Card of(
            Words words,
            String id,
            @Nullable String finding,
            @Nullable Chart chart,
            List<Column> columns,
            List<Row> rows) {
        return new Card(
                id,
                words.of("dashboard.card." + id + ".title"),
                finding,
                words.of("dashboard.card." + id + ".terms"),
                chart,
                columns,
                rows);
    }

    /** @param data attributes of the table, by name */
    record Chart(String kind, Map<String, String> data) {}

    /** @param tone what the column stands for, a lamp or the deadline; {@code null} for nothing in particular */
    record Column(String text, boolean number, @Nullable String tone) {

        static Column text(String text) {
            return new Column(text, false, null);
        }

        static Column number(String text) {
            return new Column(text, true, null);
        }
    }

    /** The first cell is the row's head. */
    record Row(List<Cell> cells) {

        static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * One cell.
     *
     * @param value the number it shows; {@code null} for words
     * @param note what stands small beside it
     */
    record Cell(
            String text, @Nullable Double value, @Nullable String note, @Nullable String url, @Nullable String tone) {

        static Cell text(String text) {
            return new Cell(text, null, null, null, null);
        }

        static Cell link(String text, String url) {
            return new Cell(text, null, null, url, null);
        }

        /** A count with what is behind it; nothing is behind 0. */
        static Cell count(int count, String url) {
            return new Cell(
                    String.format(Locale.ROOT, "%,d", count), (double) count, null, count == 0 ? null : url, null);
        }

        Cell toned(@Nullable String as) {
            return new Cell(text, value, note, url, as);
        }
    }

    /** The rows of the table as they stand in the page. */
    public String body() {
        return CardMarkup.body(this);
    }
}
