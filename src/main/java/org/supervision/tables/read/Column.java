package org.supervision.tables.read;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a task table holds; its header's synonyms are data. */
public enum Column {
    NUMBER,
    GOAL,
    UNITS,
    SUPPORTING_UNITS,
    SECTION,
    SUPERVISION_PHONE,
    LEADER_IN_CHARGE,
    ROW_KIND,
    QUARTER_1,
    QUARTER_2,
    QUARTER_3,
    QUARTER_4,
    PROGRESS,
    PROBLEMS,
    NEXT_STEPS,
    DONE,
    NOT_DONE,
    VERDICT;

    static final List<Column> QUARTERS = List.of(QUARTER_1, QUARTER_2, QUARTER_3, QUARTER_4);

    /** What a plan says of a key task once, beside its quarters. */
    static final Set<Column> OF_PLAN = Collections.unmodifiableSet(
            EnumSet.of(NUMBER, GOAL, UNITS, SUPPORTING_UNITS, SECTION, SUPERVISION_PHONE, LEADER_IN_CHARGE));

    /** The same of a result. */
    static final Set<Column> OF_RESULT = Collections.unmodifiableSet(EnumSet.of(
            NUMBER,
            GOAL,
            UNITS,
            SUPPORTING_UNITS,
            SECTION,
            SUPERVISION_PHONE,
            LEADER_IN_CHARGE,
            PROGRESS,
            PROBLEMS,
            NEXT_STEPS,
            DONE,
            NOT_DONE,
            VERDICT));

    private static final int LONGEST_HEAD = 100;

    private static final int LONGEST_KEY = 20;

    private static final String GROUP = "(?<!\\\\)\\((?!\\?)";
    /** Most cells are no heads, and every layout looks at all of them: these say so at once. */
    private static final Pattern ANY = Pattern.compile(Stream.of(values())
            .map(column -> column.synonyms.pattern().replaceAll(GROUP, "(?:"))
            .collect(Collectors.joining("|")));

    private static final BitSet BEGINNINGS = beginnings();

    private final Pattern synonyms = Words.pattern("header " + name());

    /** The column whose header is the text. */
    static Optional<Column> headedBy(String text) {
        if (text.isEmpty() || text.length() > LONGEST_HEAD || !mayBegin(text.charAt(0))) {
            return Optional.empty();
        }
        String key = Texts.key(text);
        return !key.isEmpty()
                        && key.length() <= LONGEST_KEY
                        && BEGINNINGS.get(key.charAt(0))
                        && ANY.matcher(key).matches()
                ? Stream.of(values())
                        .filter(column -> column.synonyms.matcher(key).matches())
                        .findFirst()
                : Optional.empty();
    }

    /** Other characters than these stand for themselves in a key, or for nothing. */
    private static boolean mayBegin(char first) {
        boolean plain = first > ' ' && first < '\u007F' || first > '\u3100' && first < '\uD800';
        return !plain || BEGINNINGS.get(first);
    }

    private static BitSet beginnings() {
        BitSet beginnings = new BitSet();
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            Matcher matcher = ANY.matcher(String.valueOf((char) character));
            beginnings.set(character, matcher.matches() || matcher.hitEnd());
        }
        return beginnings;
    }
}
