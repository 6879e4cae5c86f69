package org.supervision.tables.read;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern ANY = Pattern.compile(Stream.of(values())
            .map(column -> column.synonyms.pattern().replaceAll(GROUP, "(?:"))
            .collect(Collectors.joining("|")));

    private static final Beginnings BEGINNINGS = new Beginnings(ANY);

    private final Pattern synonyms = Words.pattern("header " + name());

    /** Whether a column may have such a head, by its first character and its length: neither long texts nor numbers do. */
    static boolean mayHead(String text) {
        if (text.isEmpty() || text.length() > LONGEST_HEAD || !BEGINNINGS.ofText(text.charAt(0))) {
            return false;
        }
        int seen = 0;
        boolean words = false;
        for (int i = 0; i < text.length() && seen <= LONGEST_KEY; i++) {
            char character = text.charAt(i);
            seen += character > ' ' ? 1 : 0;
            words |= character > '9';
        }
        return words && seen <= LONGEST_KEY;
    }

    /** The column whose header is the text. */
    static Optional<Column> headedBy(String text) {
        if (!mayHead(text)) {
            return Optional.empty();
        }
        String key = Texts.key(text);
        return !key.isEmpty()
                        && BEGINNINGS.ofKey(key.charAt(0))
                        && ANY.matcher(key).matches()
                ? Stream.of(values())
                        .filter(column -> column.synonyms.matcher(key).matches())
                        .findFirst()
                : Optional.empty();
    }
}
