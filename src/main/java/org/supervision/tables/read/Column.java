package org.supervision.tables.read;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
            DONE,
            NOT_DONE,
            VERDICT));

    private static final int LONGEST_HEAD = 100;

    private final Pattern synonyms = Words.pattern("header " + name());

    /** The column whose header is the text. */
    static Optional<Column> headedBy(String text) {
        if (text.length() > LONGEST_HEAD) {
            return Optional.empty();
        }
        String key = Texts.key(text);
        return Stream.of(values())
                .filter(column -> column.synonyms.matcher(key).matches())
                .findFirst();
    }
}
