package org.supervision.tables.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.supervision.tables.write.Grid.Cell;

/** How high the rows of a key task must be: not every spreadsheet finds out, and none where a cell reaches over several. */
final class RowHeights {

    /** As high as the fonts need that stand in where the one asked for is missing. */
    private static final float LINE = 14.5f;

    private static final float PADDING = 4;

    /** No spreadsheet shows a higher row. */
    static final float HIGHEST = 409;

    private static final int NARROW = 10;

    private RowHeights() {}

    /** In points, for each of the rows. */
    static List<Float> of(List<Integer> widths, List<List<Cell>> rows) {
        return linesOf(widths, rows).stream().map(RowHeights::points).toList();
    }

    /** How many lines each of the rows takes. */
    static List<Integer> linesOf(List<Integer> widths, List<List<Cell>> rows) {
        List<Integer> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(1);
            for (int column = 0; column < widths.size(); column++) {
                if (rows.get(row).get(column).isOwn() && Grid.rowSpan(rows, row, column) == 1) {
                    lines.set(row, Math.max(lines.get(row), lines(rows.get(row).get(column), widths.get(column))));
                }
            }
        }
        for (int column = 0; column < widths.size(); column++) {
            int missing = lines(rows.get(0).get(column), widths.get(column))
                    - lines.stream().mapToInt(Integer::intValue).sum();
            if (Grid.rowSpan(rows, 0, column) == rows.size() && missing > 0) {
                int last = rows.size() - 1;
                lines.set(last, lines.get(last) + missing);
            }
        }
        return lines;
    }

    /** Of a row of plain texts. */
    static float ofTexts(List<Integer> widths, List<String> texts) {
        return Math.min(
                HIGHEST,
                points(IntStream.range(0, texts.size())
                        .map(column -> lines(texts.get(column).lines().toList(), widths.get(column)))
                        .max()
                        .orElse(1)));
    }

    private static float points(int lines) {
        return Math.max(1, lines) * LINE + PADDING;
    }

    private static int lines(Cell cell, int width) {
        return lines(cell.paragraphs(), width);
    }

    /** A line of some length holds one Chinese character less than it could: none begins with a comma; its indent takes another. */
    private static int lines(List<String> paragraphs, int width) {
        int line = Math.max(1, width > NARROW ? width - 3 : width - 1);
        return paragraphs.stream()
                .mapToInt(paragraph -> 1 + (columns(paragraph) - 1) / line)
                .sum();
    }

    /** Chinese characters are two wide. */
    static int columns(String paragraph) {
        return paragraph
                .codePoints()
                .map(character -> character < 0x2E80 ? 1 : 2)
                .sum();
    }
}
