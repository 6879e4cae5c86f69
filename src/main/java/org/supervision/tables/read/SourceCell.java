package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell with its paragraphs; a cell covered by a merged one carries that cell's paragraphs and says so.
 *
 * @param covered true for every position of a merged cell but its first
 */
record SourceCell(List<String> paragraphs, SourcePosition position, boolean covered) {

    SourceCell {
        paragraphs = paragraphs.stream()
                .map(Texts::clean)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static SourceCell blank(SourcePosition position) {
        return new SourceCell(List.of(), position, false);
    }

    boolean isBlank() {
        return paragraphs.isEmpty();
    }

    /** Blank or only repeated from a merged cell. */
    boolean addsNothing() {
        return covered || isBlank();
    }

    /** The paragraphs, one per line. */
    String text() {
        return String.join("\n", paragraphs);
    }

    /** The paragraphs as one text: a break between Chinese characters is only the typesetter's. */
    String joined() {
        return Texts.join(paragraphs);
    }

    /** Without any white space and in half-width characters, for comparing. */
    String key() {
        return Texts.key(text());
    }

    SourceCell and(SourceCell more) {
        List<String> all = new ArrayList<>(paragraphs);
        all.addAll(more.paragraphs);
        return new SourceCell(all, position, covered);
    }
}
