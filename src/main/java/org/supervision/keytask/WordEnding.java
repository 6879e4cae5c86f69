package org.supervision.keytask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that end a text; only its last characters are looked at, for the vocabulary is long and has no long words. */
record WordEnding(Pattern pattern) {

    private static final int LONGEST = 24;

    /** @param expressions of which any may end the text */
    static WordEnding of(String expressions) {
        return new WordEnding(Pattern.compile("(?:" + expressions + ")$"));
    }

    boolean ends(String text) {
        return matcher(text).find();
    }

    /** The words; empty if the text does not end so. */
    String in(String text) {
        Matcher matcher = matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /** The text without them. */
    String cutFrom(String text) {
        return text.substring(0, text.length() - in(text).length());
    }

    private Matcher matcher(String text) {
        return pattern.matcher(text)
                .region(Math.max(0, text.length() - LONGEST), text.length())
                .useTransparentBounds(true);
    }
}
