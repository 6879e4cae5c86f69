package org.supervision.keytask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** One pattern for each expression of a section. */
    static List<Pattern> each(String section) {
        return FILE.section(section).stream().map(Pattern::compile).toList();
    }

    /** The expressions of a long section, tried only where a character stands that one of them begins with. */
    static Pattern beginningWith(String characters, String section) {
        return Pattern.compile("(?=" + only(characters) + ")" + FILE.anyOf(section), Pattern.CASE_INSENSITIVE);
    }

    /** The expressions of the section at the end of a text. */
    static WordEnding atEnd(String section) {
        return WordEnding.of(FILE.anyOf(section));
    }

    /** A pattern for each of the values that has a section of its own, in their order. */
    static <T extends Enum<T>> Map<T, Pattern> patterns(T[] values, String section, String before) {
        return each(values, section, expressions -> Pattern.compile(before + expressions));
    }

    /** Likewise, for words that end a text. */
    static <T extends Enum<T>> Map<T, WordEnding> endings(T[] values, String section) {
        return each(values, section, WordEnding::of);
    }

    private static <T extends Enum<T>, P> Map<T, P> each(T[] values, String section, Function<String, P> compile) {
        Map<T, P> patterns = new LinkedHashMap<>();
        Stream.of(values)
                .filter(value -> FILE.has(section + value.name()))
                .forEach(value -> patterns.put(value, compile.apply(FILE.anyOf(section + value.name()))));
        return patterns;
    }
}
