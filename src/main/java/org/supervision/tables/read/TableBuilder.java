package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Puts cells that may span rows and columns on a grid of bounded size. */
final class TableBuilder {

    /** Wider tables are no task tables, and merged cells would multiply them. */
    static final int MOST_COLUMNS = 200;

    /** Rows of workbooks are not counted any further. */
    private static final int MOST_ROWS = 1_048_576;

    private final SortedMap<Integer, List<@Nullable SourceCell>> rows = new TreeMap<>();
    private final List<CellFault> faults = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private final Set<Integer> rests = new HashSet<>();
    private final Positions positions;
    private final CellBudget budget;
    private int width;

    /** Cells mostly come row by row. */
    private int lastRow = -1;

    private List<@Nullable SourceCell> last = List.of();

    /** Where positions without a cell of their own are. */
    interface Positions {
        SourcePosition at(int row, int column);
    }

    /** @param budget of the whole document */
    TableBuilder(Positions positions, CellBudget budget) {
        this.positions = positions;
        this.budget = budget;
    }

    /** The first free column of the row, from 0. */
    int nextColumn(int row) {
        List<@Nullable SourceCell> filled = rows.getOrDefault(row, List.of());
        int column = 0;
        while (column < filled.size() && filled.get(column) != null) {
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
        SourceCell cell = put(row, column, new SourceCell(paragraphs, positions.at(row, column), false, room));
        if (rowSpan > 1 || columnSpan > 1) {
            cover(cell, row, column, row + rowSpan - 1, column + columnSpan - 1);
        }
    }

    /** The cell that stands there, if one does, reaches over all up to the last row and column, both included. */
    void spread(int row, int column, int lastRow, int lastColumn) {
        SourceCell cell = at(row, column);
        if (cell != null && !cell.isBlank()) {
            cover(cell, row, column, lastRow, Math.min(lastColumn, MOST_COLUMNS - 1));
        }
    }

    /** The cell above, once more: it goes on in this row. */
    void repeatAbove(int row, int column) {
        SourceCell above = at(row - 1, column);
        put(
                row,
                column,
                (above == null ? SourceCell.blank(positions.at(row, column)) : above)
                        .covering(positions.at(row, column)));
    }

    /** A cell that should have a value; what it says instead is no text of the table. */
    void fault(int row, int column, ProblemCode code, String... says) {
        SourcePosition position = positions.at(row, column);
        budget.spend(new SourceCell(List.of(says), position, false));
        faults.add(new CellFault(position, code, List.of(says)));
    }

    void hide(int row) {
        hidden.add(row);
    }

    /** The row goes on with the last one of the page before. */
    void markRest(int row) {
        rests.add(row);
    }

    private void cover(SourceCell cell, int row, int column, int lastRow, int lastColumn) {
        for (int r = row; r <= lastRow; r++) {
            for (int c = column; c <= lastColumn; c++) {
                if (r > row || c > column) {
                    put(r, c, cell.covering(positions.at(r, c)));
                }
            }
        }
    }

    private @Nullable SourceCell at(int row, int column) {
        List<@Nullable SourceCell> filled = rows.getOrDefault(row, List.of());
        return column < 0 || column >= filled.size() ? null : filled.get(column);
    }

    private SourceCell put(int row, int column, SourceCell cell) {
        if (column >= MOST_COLUMNS || row >= MOST_ROWS) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        budget.spend(cell);
        List<@Nullable SourceCell> filled = row == lastRow ? last : rows.computeIfAbsent(row, any -> new ArrayList<>());
        lastRow = row;
        last = filled;
        while (filled.size() <= column) {
            filled.add(null);
        }
        filled.set(column, cell);
        width = Math.max(width, column + 1);
        return cell;
    }

    SourceDocument.Table build() {
        List<SourceRow> built = new ArrayList<>();
        rows.forEach((row, filled) -> {
            if (filled.stream().allMatch(cell -> cell == null || cell.isBlank())) {
                return;
            }
            budget.spendPositions(width);
            List<SourceCell> all = new ArrayList<>(width);
            for (int column = 0; column < width; column++) {
                SourceCell cell = column < filled.size() ? filled.get(column) : null;
                all.add(cell == null ? SourceCell.blank(positions.at(row, column)) : cell);
            }
            built.add(new SourceRow(List.copyOf(all), hidden.contains(row), rests.contains(row)));
        });
        return new SourceDocument.Table(built, faults);
    }
}
