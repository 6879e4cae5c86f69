package org.supervision.keytask;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as figures are looked for in it: half-width, without white space, what holds no target blotted out. */
final class PlainText {

    private static final char BLOT = '\uFFFC';
    private static final Pattern NO_FIGURE = IndicatorWords.beginningWith("no figure begins", "no figure");
    private static final Pattern LIST_NUMBER = IndicatorWords.beginningWith("list number begins", "list number");
    private static final Pattern OPEN_LIST_NUMBER = IndicatorWords.pattern("list number or decimal");

    /** Everything that is written. */
    final String words;

    /** The same length, figures that are no targets blotted out. */
    final String open;

    private final int[] offsets;

    private PlainText(String words, String open, int[] offsets) {
        this.words = words;
        this.open = open;
        this.offsets = offsets;
    }

    static PlainText of(String text) {
        StringBuilder words = new StringBuilder();
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || !Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                offsets[words.length()] = i;
                words.append(halfWidth(character));
            }
        }
        offsets[words.length()] = text.length();
        return new PlainText(words.toString(), blotted(words.toString()), offsets);
    }

    private static char halfWidth(char character) {
        String normal = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC);
        return normal.length() == 1 ? normal.charAt(0) : character;
    }

    private static String blotted(String words) {
        return blot(blot(words, LIST_NUMBER), NO_FIGURE);
    }

    private static String blot(String text, Pattern pattern) {
        StringBuilder open = new StringBuilder(text);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                open.setCharAt(i, BLOT);
            }
        }
        return open.toString();
    }

    /** Whether the number that begins here may be the number of a list item run together with a whole one. */
    boolean mayBeginWithListNumber(int position) {
        return OPEN_LIST_NUMBER
                .matcher(words)
                .region(position, words.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    /** Where the character stood in the text as it came. */
    int start(int position) {
        return offsets[position];
    }

    /** Behind the character before the position, in the text as it came. */
    int end(int position) {
        return position == 0 ? 0 : offsets[position - 1] + 1;
    }
}
