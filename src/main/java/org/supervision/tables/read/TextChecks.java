package org.supervision.tables.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns about texts that were damaged before they came here; nothing is repaired. */
final class TextChecks {

    private static final Pattern LOST_CHARACTERS = Words.pattern("lost characters");

    private TextChecks() {}

    static void check(String field, SourceCell cell, Problems problems) {
        String text = cell.joined();
        Matcher lost = LOST_CHARACTERS.matcher(text);
        while (lost.find()) {
            int end = Math.min(text.length(), lost.end() + (text.charAt(lost.end() - 1) < 128 ? 1 : 0));
            problems.add(field, ProblemCode.LOST_CHARACTERS, text.substring(lost.start(), end), cell.position());
        }
        for (String pair : Words.section("quotes")) {
            if (!balanced(text, pair.charAt(0), pair.charAt(1))) {
                problems.add(field, ProblemCode.QUOTES_UNBALANCED, text, cell.position(), pair);
            }
        }
    }

    private static boolean balanced(String text, char open, char close) {
        int depth = 0;
        for (char character : text.toCharArray()) {
            depth += character == open ? 1 : character == close ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
