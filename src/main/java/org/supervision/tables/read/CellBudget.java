package org.supervision.tables.read;

import org.supervision.tables.read.DocumentRefusedException.Reason;

/** How much one document may put into its tables: a few bytes of it can stand for many cells, or for long texts in each. */
final class CellBudget {

    static final int MOST_CELLS = 300_000;
    /** Blank ones included. */
    private static final int MOST_POSITIONS = 1_000_000;

    private static final long MOST_CHARACTERS = 16_000_000;

    private int cells;
    private int positions;
    private long characters;

    void spend(SourceCell cell) {
        for (String paragraph : cell.paragraphs()) {
            characters += paragraph.length();
        }
        if (++cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
    }

    /** @param count of a row, filled or not */
    void spendPositions(int count) {
        positions += count;
        if (positions > MOST_POSITIONS) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
    }
}
