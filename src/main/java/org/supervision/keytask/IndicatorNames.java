package org.supervision.keytask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words beside a figure name. */
final class IndicatorNames {

    private static final Pattern START = Pattern.compile("^" + IndicatorWords.anyOf("name start"));
    private static final WordEnding END = WordEnding.of(String.join(
            "|",
            IndicatorWords.anyOf("name end"),
            IndicatorWords.anyOf("tie"),
            IndicatorWords.anyOf("growth"),
            IndicatorWords.anyOf("decrease"),
            IndicatorWords.anyOf("before GE"),
            IndicatorWords.anyOf("before GT"),
            IndicatorWords.anyOf("before LE"),
            IndicatorWords.anyOf("before LT"),
            IndicatorWords.anyOf("before APPROX"),
            IndicatorWords.anyOf("rank standing")));
    private static final WordEnding REGION = IndicatorWords.atEnd("region");
    private static final Pattern AND = IndicatorWords.pattern("and");
    private static final Pattern JOINED = Pattern.compile("^(?:" + AND.pattern() + ")");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern QUALIFIER = IndicatorWords.pattern("qualifier");

    private IndicatorNames() {}

    /** The name in the words before a figure; empty if they only say how it moved. */
    static String in(String words) {
        String name = words;
        for (String shorter = once(name); !shorter.equals(name); shorter = once(name)) {
            name = shorter;
        }
        return said(name);
    }

    /** Nothing where there are only marks, such as a quotation mark too many. */
    static String said(String name) {
        return SAYS_SOMETHING.matcher(name).find() ? name : "";
    }

    /** The words that go on behind another figure, without what joins them to it. */
    static String goneOn(String words) {
        return JOINED.matcher(words).replaceFirst("");
    }

    private static String once(String name) {
        String shorter = START.matcher(name).replaceFirst("");
        return END.cutFrom(shorter);
    }

    /** Against whom something ranks, in the words before the rank; null if they do not say. */
    static @Nullable String region(String words) {
        String region = REGION.in(words);
        return region.isEmpty() ? null : region;
    }

    static String withoutRegion(String words) {
        return in(REGION.cutFrom(words));
    }

    static @Nullable String qualifier(String name) {
        Matcher qualifier = QUALIFIER.matcher(name);
        return qualifier.find() ? qualifier.group() : null;
    }

    /** The things that are named together. */
    static List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (String member : AND.split(name)) {
            if (!member.isBlank()) {
                members.add(member);
            }
        }
        return members;
    }
}
