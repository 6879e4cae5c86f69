package org.supervision.tables.read;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;

/** The verdict of a row: a tick in one of two columns, or a word; what is neither or more than one is unknown. */
final class VerdictCells {

    private static final Pattern TICK = Words.pattern("tick");
    private static final Map<Verdict, Pattern> WORDS = new EnumMap<>(Verdict.class);

    static {
        for (Verdict verdict : Verdict.values()) {
            WORDS.put(verdict, Words.pattern("verdict " + verdict));
        }
    }

    private VerdictCells() {}

    static @Nullable Verdict read(RowDraft draft) {
        Set<Verdict> stated = EnumSet.noneOf(Verdict.class);
        if (is(draft, Column.DONE, TICK)) {
            stated.add(Verdict.DONE);
        }
        if (is(draft, Column.NOT_DONE, TICK)) {
            stated.add(Verdict.BEHIND);
        }
        WORDS.forEach((verdict, words) -> {
            if (is(draft, Column.VERDICT, words)) {
                stated.add(verdict);
            }
        });
        return stated.size() == 1 ? stated.iterator().next() : null;
    }

    private static boolean is(RowDraft draft, Column column, Pattern words) {
        return words.matcher(draft.cell(column).key()).matches();
    }
}
