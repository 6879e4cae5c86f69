package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supervision.shared.TextKey;

/**
 * One cell with its paragraphs; a cell covered by a merged one carries that cell's paragraphs and says so.
 *
 * @param covered true for every position of a merged cell but its first
 * @param room what its last line left free of the width of its column; a text that needs more goes on in the cell below
 */
record SourceCell(List<String> paragraphs, SourcePosition position, boolean covered, int room) {

    private static final Pattern NOTHING = Words.pattern("nothing");
    private static final int LONGEST_SIGN = 8;
    private static final int PLENTY = Integer.MAX_VALUE;

    SourceCell(List<String> paragraphs, SourcePosition position, boolean covered) {
        this(paragraphs, position, covered, PLENTY);
    }

    SourceCell {
        paragraphs = Texts.written(paragraphs);
    }

    static SourceCell blank(SourcePosition position) {
        return new SourceCell(List.of(), position, false);
    }

    boolean isBlank() {
        return paragraphs.isEmpty();
    }

    /** Blank, or filled with a sign for that. */
    boolean saysNothing() {
        return isBlank()
                || paragraphs.size() == 1
                        && paragraphs.get(0).length() <= LONGEST_SIGN
                        && NOTHING.matcher(key()).matches();
    }

    /** The same, repeated at a position that a merged cell covers. */
    SourceCell covering(SourcePosition other) {
        return new SourceCell(paragraphs, other, true, room);
    }

    /** Blank or only repeated from a merged cell. */
    boolean addsNothing() {
        return covered || isBlank();
    }

    /** The same as a cell of its own. */
    SourceCell own() {
        return covered ? new SourceCell(paragraphs, position, false, room) : this;
    }

    /** The paragraphs, one per line. */
    String text() {
        return paragraphs.size() == 1 ? paragraphs.get(0) : isBlank() ? "" : String.join("\n", paragraphs);
    }

    /** The paragraphs as one text: a break between Chinese characters is only the typesetter's. */
    String joined() {
        return paragraphs.size() == 1 ? paragraphs.get(0) : Texts.join(paragraphs);
    }

    /** The same, with a line for each item of a numbered list. */
    String listed() {
        return String.join("\n", Texts.items(paragraphs));
    }

    /** Without any white space and in half-width characters, for comparing. */
    String key() {
        return TextKey.of(text());
    }

    /** This cell with the paragraphs of one that goes on with it. */
    SourceCell and(SourceCell more) {
        if (isBlank() || more.isBlank()) {
            return isBlank() ? new SourceCell(more.paragraphs, position, covered, more.room) : this;
        }
        List<String> all = new ArrayList<>(paragraphs);
        all.addAll(more.paragraphs);
        int end = paragraphs.size();
        if (WrappedLines.goesOn(room, more.paragraphs.get(0))) {
            List<String> broken = all.subList(end - 1, end + 1);
            String whole = Texts.join(broken);
            broken.clear();
            all.add(end - 1, whole);
        }
        return new SourceCell(all, position, covered, more.room);
    }
}
