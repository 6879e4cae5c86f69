package org.supervision.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/**
 * A row of a ladder as somebody wants it, not checked yet.
 *
 * @param important {@code null}: the same for important key tasks and all others
 * @param days working days after the due date; {@code null} if what was typed is no number, likewise below
 * @param audience names of {@link Audience}
 * @param limitDays working days to answer an order; {@code null} where no answer is asked for
 */
public record LadderEntry(
        CycleStep step,
        @Nullable Boolean important,
        Rung rung,
        @Nullable Integer days,
        @Nullable List<String> audience,
        @Nullable Integer points,
        @Nullable Integer limitDays) {

    public static LadderEntry of(LadderRow row) {
        return new LadderEntry(
                row.place().step(),
                row.place().important(),
                row.place().rung(),
                row.rule().days(),
                row.rule().audience().stream().map(Audience::name).toList(),
                row.rule().points(),
                row.rule().limitDays());
    }

    LadderPlace place() {
        return new LadderPlace(step, important, rung);
    }
}
