package org.supervision.tables.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.supervision.identity.Government;
import org.supervision.reporting.CorrectionNote;
import org.supervision.reporting.Publication;
import org.supervision.tables.web.PublicKeyTasksController.Corrected;
import org.supervision.tables.web.PublishedRoundView.ResultView;

/**
 * What is published of a key task as open data; the names are those of the rounds' data.
 *
 * @param quarters the published ones, first quarter first
 */
record PublishedKeyTaskView(String id, Government government, int year, int number, List<QuarterView> quarters) {

    /**
     * One published quarter.
     *
     * @param publication 1 for the first, higher for corrections
     * @param corrections those that changed something of this key task, newest first
     */
    record QuarterView(
            String round,
            int quarter,
            int publication,
            OffsetDateTime publishedAt,
            ResultView result,
            List<CorrectedView> corrections) {

        static QuarterView of(Publication publication, int number, List<Corrected> corrections, ZoneId zone) {
            return new QuarterView(
                    publication.roundId(),
                    publication.quarter().number(),
                    publication.number(),
                    publication.signedAt().atZone(zone).toOffsetDateTime(),
                    publication.rows().stream()
                            .filter(row -> row.number() == number)
                            .findFirst()
                            .map(ResultView::of)
                            .orElseThrow(),
                    corrections.stream()
                            .map(each -> new CorrectedView(
                                    each.number(), each.signedAt().atZone(zone).toOffsetDateTime(), each.fields()))
                            .toList());
        }
    }

    /** What a correction changed, never what was said before. */
    record CorrectedView(int correction, OffsetDateTime publishedAt, Set<CorrectionNote.Field> fields) {}
}
