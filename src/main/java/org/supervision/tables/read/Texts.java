package org.supervision.tables.read;

import java.text.Normalizer;
import java.util.List;

/** White space and character widths of texts from documents. */
final class Texts {

    private Texts() {}

    /** The text with ordinary blanks for all kinds of space, stripped, and without characters that cannot be seen. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Zs}\\t\\r\\f\\u000B]", " ")
                .replaceAll("[\\p{Cc}\\u200B-\\u200D\\u2060\\uFEFF&&[^\n]]", "")
                .strip();
    }

    /** The text without white space and in half-width characters, for comparing. */
    static String key(String text) {
        return Normalizer.normalize(clean(text), Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** Joins lines; a blank is put between them only where Latin letters or digits would run together. */
    static String join(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            if (!joined.isEmpty() && isLatin(joined.charAt(joined.length() - 1)) && isLatin(line.charAt(0))) {
                joined.append(' ');
            }
            joined.append(line);
        }
        return joined.toString();
    }

    private static boolean isLatin(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
