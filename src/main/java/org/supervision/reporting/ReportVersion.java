package org.supervision.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;
import org.supervision.workflow.EntrySource;

/**
 * One submitted version of a progress report with the reviews it got.
 *
 * @param verdict the unit's own; {@code null} in results taken from a table that states none
 * @param indicators what it says of each indicator that was agreed on then
 * @param lamp of all of them together
 * @param submittedByName {@code null} for imported results
 * @param enteredFrom from where the office, which submitted it on behalf of the unit, has it; {@code null} if the unit did
 * @param doubts what the checks doubted, with the unit's answers
 * @param evidence files it was submitted with
 * @param undoneAt when its submission was taken back; {@code null} if it stands
 */
public record ReportVersion(
        int version,
        ReportSource source,
        @Nullable Verdict verdict,
        String progress,
        List<IndicatorReading> indicators,
        Lamp lamp,
        @Nullable String problems,
        @Nullable String nextSteps,
        @Nullable String submittedByName,
        Instant submittedAt,
        @Nullable EntrySource enteredFrom,
        @Nullable Instant undoneAt,
        List<Doubt.Answered> doubts,
        List<Evidence> evidence,
        List<SignedReview> reviews) {

    /** A review with the person who decided and when. */
    public record SignedReview(Review review, String reviewedByName, Instant reviewedAt) {}
}
