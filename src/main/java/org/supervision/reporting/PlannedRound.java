package org.supervision.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Quarter;

/**
 * What the office arranges for a round; what it leaves open is as the government's rules say today (domain: time).
 *
 * @param reportDueOn reports are due at 18:00
 * @param closesOn the round closes at 18:00
 * @param unitReviewDays working days the unit leader has
 * @param officeReviewDays working days the office has
 * @param resubmissionDays working days for a re-submission after a return
 */
public record PlannedRound(
        Quarter quarter,
        LocalDate opensOn,
        @Nullable LocalDate reportDueOn,
        @Nullable LocalDate closesOn,
        @Nullable Integer unitReviewDays,
        @Nullable Integer officeReviewDays,
        @Nullable Integer resubmissionDays) {}
