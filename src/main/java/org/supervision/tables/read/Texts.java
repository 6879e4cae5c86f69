package org.supervision.tables.read;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** White space and character widths of texts from documents and into them. */
public final class Texts {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\r\\f\\u000B]");

    /** Controls but the kinds of space, joiners and marks without width, and what XML cannot carry. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\uFFFE\\uFFFF&&[^\n\t\r\f\\u000B]]");

    private Texts() {}

    /** The text with ordinary blanks for all kinds of space, stripped, and without characters that cannot be seen. */
    public static String clean(String text) {
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The lines of the texts, cleaned, without blank ones. */
    public static List<String> paragraphs(List<String> texts) {
        return texts.stream()
                .flatMap(String::lines)
                .map(Texts::clean)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The text without white space and in half-width characters, for comparing. */
    public static String key(String text) {
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

    /** Whether Latin letters or digits would run together at the seam of the two texts. */
    static boolean goesOn(CharSequence before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && isLatin(before.charAt(before.length() - 1))
                && isLatin(after.charAt(0));
    }

    private static boolean isLatin(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
