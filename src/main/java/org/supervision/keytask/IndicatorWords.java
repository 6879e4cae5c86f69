package org.supervision.keytask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supervision.shared.WordFile;

/** The vocabulary by which indicators are understood, read from the data file {@code keytask/indicator-words.txt}. */
final class IndicatorWords {

    private static final WordFile FILE = WordFile.load("/keytask/indicator-words.txt");

    private IndicatorWords() {}

    static String anyOf(String section) {
        return FILE.anyOf(section);
    }

    /** The one line of a section. */
    static String only(String section) {
        return FILE.section(section).get(0);
    }

    static Pattern pattern(String section) {
        return FILE.pattern(section);
    }

    /** The expressions of the section at the end of a text. */
    static Pattern atEnd(String section) {
        return Pattern.compile(FILE.anyOf(section) + "$");
    }

    /** A pattern for each of the values that has a section of its own, in their order. */
    static <T extends Enum<T>> Map<T, Pattern> patterns(T[] values, String section, String before) {
        return patterns(values, section, before, "");
    }

    static <T extends Enum<T>> Map<T, Pattern> patterns(T[] values, String section, String before, String after) {
        Map<T, Pattern> patterns = new LinkedHashMap<>();
        Stream.of(values)
                .filter(value -> FILE.has(section + value.name()))
                .forEach(value ->
                        patterns.put(value, Pattern.compile(before + FILE.anyOf(section + value.name()) + after)));
        return patterns;
    }
}
