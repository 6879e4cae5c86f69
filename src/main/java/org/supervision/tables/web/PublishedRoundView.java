package org.supervision.tables.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Government;
import org.supervision.reporting.CorrectionNote;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Publication;
import org.supervision.reporting.PublishedState;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.Verdict;
import org.supervision.reporting.WithholdingGround;
import org.supervision.tables.read.Layout;

/**
 * A published round as open data; the names are stable, and those of a ledger are among them.
 *
 * @param layout as which it can be imported
 * @param publication 1 for the first, higher for corrections
 * @param withheld key tasks that are not for publication and left out
 * @param withheldGrounds on which legal grounds, with how many
 * @param corrections what each correction up to now changed, newest first
 * @param counts of key tasks in each state
 */
record PublishedRoundView(
        Layout layout,
        String round,
        Government government,
        int year,
        int quarter,
        String title,
        int publication,
        OffsetDateTime publishedAt,
        int total,
        int withheld,
        Map<WithholdingGround, Integer> withheldGrounds,
        List<CorrectionView> corrections,
        Map<PublishedState, Integer> counts,
        List<ResultView> keyTasks) {

    /**
     * One key task.
     *
     * @param outcome APPROVED, else there is neither verdict nor progress
     * @param verdict null also where the office gave none
     * @param progress paragraphs, untouched
     * @param withheld why the report is left out; null if it is not
     * @param adjustments of the plan, on request, with what stood there before
     */
    record ResultView(
            int number,
            String goal,
            String leadUnit,
            List<String> supportingUnits,
            CycleOutcome outcome,
            @Nullable Verdict verdict,
            List<String> progress,
            @Nullable WithholdingGround withheld,
            List<ResultRow.Adjustment> adjustments) {

        static ResultView of(ResultRow row) {
            return new ResultView(
                    row.number(),
                    row.goal(),
                    row.leadUnit(),
                    row.supportingUnits(),
                    row.outcome(),
                    row.verdict(),
                    row.progress(),
                    row.withheld(),
                    row.adjustments());
        }
    }

    /** A correction: which key tasks and what of them, never what they said before. */
    record CorrectionView(int correction, OffsetDateTime publishedAt, List<CorrectionNote.Change> changes) {

        static CorrectionView of(CorrectionNote note, ZoneId zone) {
            return new CorrectionView(
                    note.number(), note.signedAt().atZone(zone).toOffsetDateTime(), note.changes());
        }
    }

    static PublishedRoundView of(
            Publication publication,
            List<CorrectionNote> corrections,
            Government government,
            String title,
            ZoneId zone) {
        return new PublishedRoundView(
                Layout.RESULT_LIST,
                publication.roundId(),
                government,
                publication.quarter().year(),
                publication.quarter().number(),
                title,
                publication.number(),
                publication.signedAt().atZone(zone).toOffsetDateTime(),
                publication.rows().size(),
                publication.withheld(),
                publication.grounds(),
                corrections.stream().map(note -> CorrectionView.of(note, zone)).toList(),
                PublishedState.counts(publication.rows()),
                publication.rows().stream().map(ResultView::of).toList());
    }
}
