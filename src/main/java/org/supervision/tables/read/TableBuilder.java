package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Puts cells that may span rows and columns on a grid of bounded size. */
final class TableBuilder {

    /** Wider tables are no task tables, and merged cells would multiply them. */
    static final int MOST_COLUMNS = 200;

    static final int MOST_CELLS = 300_000;

    private final Map<Integer, Map<Integer, SourceCell>> rows = new TreeMap<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final List<Integer> rests = new ArrayList<>();
    private int cells;
    private int width;

    /** Where positions without a cell of their own are. */
    interface Positions {
        SourcePosition at(int row, int column);
    }

    private final Positions positions;

    TableBuilder(Positions positions) {
        this.positions = positions;
    }

    /** The first free column of the row, from 0. */
    int nextColumn(int row) {
        Map<Integer, SourceCell> filled = rows.getOrDefault(row, Map.of());
        int column = 0;
        while (filled.containsKey(column)) {
            column++;
        }
        return column;
    }

    /** A cell with its first position and its spans; positions count from 0. */
    void place(int row, int column, int rowSpan, int columnSpan, List<String> paragraphs) {
        place(row, column, rowSpan, columnSpan, paragraphs, Integer.MAX_VALUE);
    }

    /** @param room free behind the last line */
    void place(int row, int column, int rowSpan, int columnSpan, List<String> paragraphs, int room) {
        for (int r = row; r < row + rowSpan; r++) {
            for (int c = column; c < column + columnSpan; c++) {
                put(r, c, new SourceCell(paragraphs, positions.at(r, c), r > row || c > column, room));
            }
        }
    }

    /** The cell above, once more: it goes on in this row. */
    void repeatAbove(int row, int column) {
        SourceCell above = rows.getOrDefault(row - 1, Map.of()).get(column);
        List<String> paragraphs = above == null ? List.of() : above.paragraphs();
        put(row, column, new SourceCell(paragraphs, positions.at(row, column), true));
    }

    void hide(int row) {
        hidden.add(row);
    }

    /** The row goes on with the last one of the page before. */
    void markRest(int row) {
        rests.add(row);
    }

    private void put(int row, int column, SourceCell cell) {
        if (column >= MOST_COLUMNS || ++cells > MOST_CELLS) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        rows.computeIfAbsent(row, any -> new TreeMap<>()).put(column, cell);
        width = Math.max(width, column + 1);
    }

    SourceDocument.Table build() {
        List<SourceRow> built = new ArrayList<>();
        rows.forEach((row, filled) -> {
            if (filled.values().stream().allMatch(SourceCell::isBlank)) {
                return;
            }
            List<SourceCell> all = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                SourceCell cell = filled.get(column);
                all.add(cell == null ? SourceCell.blank(positions.at(row, column)) : cell);
            }
            built.add(new SourceRow(List.copyOf(all), hidden.contains(row), rests.contains(row)));
        });
        return new SourceDocument.Table(built);
    }
}
