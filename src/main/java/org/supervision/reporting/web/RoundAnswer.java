package org.supervision.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews.RoundView;

/**
 * A round as REST answers it.
 *
 * @param planIssued whether the plan of its year binds; a round may run before, and says so
 * @param cycleCount all cycles of the round
 * @param cycles how many of them stand in each state; states without a cycle are absent
 */
record RoundAnswer(
        String id,
        String government,
        int year,
        int quarter,
        RoundState state,
        RoundOrigin origin,
        LocalDate opensOn,
        LocalDate reportDueOn,
        LocalDate closesOn,
        int unitReviewDays,
        int officeReviewDays,
        int resubmissionDays,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant publishedAt,
        boolean planIssued,
        long cycleCount,
        Map<CycleState, Long> cycles) {

    static RoundAnswer of(RoundView round) {
        return new RoundAnswer(
                round.id(),
                round.government(),
                round.quarter().year(),
                round.quarter().number(),
                round.state(),
                round.origin(),
                round.opensOn(),
                round.reportDueOn(),
                round.closesOn(),
                round.unitReviewDays(),
                round.officeReviewDays(),
                round.resubmissionDays(),
                round.openedAt(),
                round.closedAt(),
                round.publishedAt(),
                round.planIssued(),
                round.cycleCount(),
                round.cycles());
    }
}
