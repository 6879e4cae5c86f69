package org.supervision.tables.read;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;

/** The verdict of a row: a tick in one of two columns, or a word; what is neither is unknown. */
final class VerdictCells {

    private static final Pattern TICK = Words.pattern("tick");
    private static final Pattern DONE = Words.pattern("verdict DONE");
    private static final Pattern BEHIND = Words.pattern("verdict BEHIND");

    private VerdictCells() {}

    static @Nullable Verdict read(RowDraft draft) {
        boolean done = is(draft, Column.DONE, TICK) || is(draft, Column.VERDICT, DONE);
        boolean notDone = is(draft, Column.NOT_DONE, TICK) || is(draft, Column.VERDICT, BEHIND);
        return done == notDone ? null : done ? Verdict.DONE : Verdict.BEHIND;
    }

    private static boolean is(RowDraft draft, Column column, Pattern words) {
        return words.matcher(draft.cell(column).key()).matches();
    }
}
