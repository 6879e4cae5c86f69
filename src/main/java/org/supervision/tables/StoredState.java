package org.supervision.tables;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.KeyTask;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.reporting.ResultRow;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;

/**
 * What the government has for the year and quarter of the document.
 *
 * @param keyTasks of the year by number
 * @param results recorded from result tables of that quarter, by number
 * @param outlooks what their reports say beside the progress, by number
 * @param liveRound id of the round of that quarter if it was run here
 * @param inCharge accounts of the leaders in charge by id of the key task
 * @param leaders who may be
 * @param reported quarters of the year whose round here has opened or is over
 * @param planIssued whether the key tasks of the year change by request only
 */
record StoredState(
        Map<Integer, KeyTask> keyTasks,
        Map<Integer, ResultRow> results,
        Map<Integer, Outlook> outlooks,
        @Nullable String liveRound,
        Map<String, String> inCharge,
        CityLeaders leaders,
        Set<Integer> reported,
        boolean planIssued) {

    private static final Outlook NONE = new Outlook(null, null, List.of());

    /** What the report recorded under the number says beside its progress; nothing if there is none. */
    Outlook outlook(@Nullable Integer number) {
        return outlooks.getOrDefault(number, NONE);
    }

    /** The same after the row: a column the document lacks says nothing of it. */
    Outlook outlookAfter(RowValues row, Set<String> stated, Integer number) {
        Outlook before = outlook(number);
        return new Outlook(
                stated.contains("reportProblems") ? row.reportProblems() : before.problems(),
                stated.contains("nextSteps") ? row.nextSteps() : before.nextSteps(),
                List.of());
    }

    /** Account of the leader in charge after the row: one the document names and everybody knows, else as it is. */
    @Nullable
    String leaderAfter(RowValues row, Set<String> stated, Layout layout, @Nullable KeyTask known) {
        String before = known == null ? null : inCharge.get(known.id());
        if (known != null && planIssued && layout.statesResults()) {
            return before;
        }
        boolean takenAway =
                row.leaderInCharge() == null && !layout.statesResults() && stated.contains("leaderInCharge");
        return takenAway ? null : leaders.account(row.leaderInCharge()).orElse(before);
    }
}
