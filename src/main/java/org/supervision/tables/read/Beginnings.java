package org.supervision.tables.read;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters with which the texts begin that a pattern for keys matches. Most cells are looked at by many patterns and
 * match none: these say so at once.
 */
final class Beginnings {

    private final BitSet characters = new BitSet();

    Beginnings(Pattern pattern) {
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            Matcher matcher = pattern.matcher(String.valueOf((char) character));
            characters.set(character, matcher.matches() || matcher.hitEnd());
        }
    }

    /** Whether a key that begins with the character may match. */
    boolean ofKey(char first) {
        return characters.get(first);
    }

    /** Whether the key of a text that begins with the character may; wide characters and marks may stand for others. */
    boolean ofText(char first) {
        boolean plain = first > ' ' && first < '\u007F' || first > '\u3100' && first < '\uD800';
        return !plain || characters.get(first);
    }
}
