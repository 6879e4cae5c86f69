package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.shared.TextKey;

/** White space and character widths of texts from documents and into them. */
public final class Texts {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\r\\f\\u000B]");

    /** Controls but the kinds of space, joiners and marks without width, and what XML cannot carry. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\uFFFE\\uFFFF&&[^\n\t\r\f\\u000B]]");

    private static final Pattern ITEM =
            Pattern.compile("[(\\uFF08]?(\\d{1,2})[.\\uFF0E\\u3001)\\uFF09](?!\\d)|([\\u2460-\\u2473])");
    private static final char CIRCLED_ONE = '\u2460';

    private Texts() {}

    /** The text with ordinary blanks for all kinds of space, stripped, and without characters that cannot be seen. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Most texts are clean already, and there are many. */
    private static boolean isClean(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean inside = c == ' ' && i > 0 && i < length - 1;
            boolean seen = c > ' ' && c < '\u007F'
                    || c >= '\u2010' && c < '\u2028'
                    || c > '\u3000' && c < '\uD800'
                    || c > '\uFF00' && c < '\uFFF0';
            if (!inside && !seen) {
                return false;
            }
        }
        return true;
    }

    /** The texts, cleaned, without blank ones. */
    static List<String> written(List<String> texts) {
        for (String text : texts) {
            if (text.isEmpty() || !isClean(text)) {
                return texts.stream()
                        .map(Texts::clean)
                        .filter(clean -> !clean.isEmpty())
                        .toList();
            }
        }
        return List.copyOf(texts);
    }

    /** The lines of the texts, cleaned, without blank ones. */
    public static List<String> paragraphs(List<String> texts) {
        boolean lines = texts.stream().anyMatch(text -> text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0);
        return written(lines ? texts.stream().flatMap(String::lines).toList() : texts);
    }

    /** The text without white space and in half-width characters, for comparing. */
    public static String key(String text) {
        return TextKey.of(clean(text));
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

    /** Joins lines, but that each item of a list numbered from 1 stays by itself; one text if there is no such list. */
    static List<String> items(List<String> lines) {
        List<String> items = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int next = 1;
        for (String line : lines) {
            Matcher number = ITEM.matcher(line);
            if (number.lookingAt() && ordinal(number) == next) {
                if (!open.isEmpty()) {
                    items.add(join(open));
                    open.clear();
                }
                next++;
            }
            open.add(line);
        }
        if (next <= 2) {
            return lines.isEmpty() ? List.of() : List.of(join(lines));
        }
        items.add(join(open));
        return items;
    }

    private static int ordinal(Matcher number) {
        return number.group(1) == null
                ? number.group(2).charAt(0) - CIRCLED_ONE + 1
                : Integer.parseInt(number.group(1));
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
