package org.supervision.reporting;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleReopening.Reopening;
import org.supervision.reporting.ReportVersion.SignedReview;

/**
 * Why a report is with its unit again: returned in a review, or reopened by the chief.
 *
 * @param step whose review it was; {@code null} where the chief reopened it
 * @param reason only where the office returned it
 */
public record SentBack(
        @Nullable ReviewStep step, @Nullable ReturnReason reason, @Nullable String comment, String byName, Instant at) {

    /** Of a cycle that is with its unit again; empty for any other. */
    public static Optional<SentBack> of(CycleDetail detail, Optional<Reopening> reopening) {
        if (!detail.cycle().returned()) {
            return Optional.empty();
        }
        Optional<SentBack> review = detail.reports().stream()
                .filter(report -> report.undoneAt() == null)
                .findFirst()
                .flatMap(report -> report.reviews().stream()
                        .filter(signed -> signed.review().decision() == ReviewDecision.RETURN)
                        .reduce((earlier, later) -> later))
                .map(SentBack::of);
        return reopening
                .map(each -> new SentBack(null, null, each.reason(), each.reopenedBy(), each.reopenedAt()))
                .filter(each ->
                        review.isEmpty() || each.at().isAfter(review.get().at()))
                .or(() -> review);
    }

    private static SentBack of(SignedReview signed) {
        Review review = signed.review();
        return new SentBack(
                review.step(), review.reason(), review.comment(), signed.reviewedByName(), signed.reviewedAt());
    }
}
