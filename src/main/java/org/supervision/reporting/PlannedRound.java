package org.supervision.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Quarter;

/**
 * What the office arranges for a round; what it leaves open takes the default of the rules (domain: time).
 *
 * @param reportDueOn default: 5th working day after the quarter's end; reports are due at 18:00
 * @param closesOn default: 10 working days after the due date; the round closes at 18:00
 * @param unitReviewDays working days the unit leader has; default 2
 * @param officeReviewDays working days the office has; default 3
 * @param resubmissionDays working days for a re-submission after a return; default 2
 */
public record PlannedRound(
        Quarter quarter,
        LocalDate opensOn,
        @Nullable LocalDate reportDueOn,
        @Nullable LocalDate closesOn,
        @Nullable Integer unitReviewDays,
        @Nullable Integer officeReviewDays,
        @Nullable Integer resubmissionDays) {

    static final int UNIT_REVIEW_DAYS = 2;
    static final int OFFICE_REVIEW_DAYS = 3;
    static final int RESUBMISSION_DAYS = 2;
}
