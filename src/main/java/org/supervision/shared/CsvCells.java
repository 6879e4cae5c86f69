package org.supervision.shared;

import java.util.regex.Pattern;

/** Keeps spreadsheets from reading a text as a formula: such a cell begins with an apostrophe, which is no part of it. */
public final class CsvCells {

    /**
     * A text that begins with apostrophes itself gets one more, so that nothing is lost. Full-width signs and what stands
     * before a sign unseen count too: some spreadsheets read them alike.
     */
    private static final Pattern FORMULA_LIKE =
            Pattern.compile("'*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final String SHIELD = "'";

    private CsvCells() {}

    /** The cell to write for the text. */
    public static String shielded(String text) {
        return FORMULA_LIKE.matcher(text).matches() ? SHIELD + text : text;
    }

    /** The text of the cell that was read. */
    public static String unshielded(String cell) {
        return cell.startsWith(SHIELD) && FORMULA_LIKE.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
