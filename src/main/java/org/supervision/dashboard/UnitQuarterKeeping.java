package org.supervision.dashboard;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.supervision.reporting.CycleEvent;
import org.supervision.reporting.CycleEvent.ActUndone;
import org.supervision.reporting.CycleEvent.CycleReopened;
import org.supervision.reporting.CycleEvent.CycleResumed;
import org.supervision.reporting.CycleEvent.CycleSuspended;
import org.supervision.reporting.CycleEvent.LeadUnitChanged;
import org.supervision.reporting.CycleEvent.ReportReviewed;
import org.supervision.reporting.CycleEvent.ReportSubmitted;
import org.supervision.reporting.RoundEvent.PastRoundRecorded;
import org.supervision.reporting.RoundEvent.RoundClosed;

/**
 * Counts a round when it closes or is imported, and again when something happens to a cycle of it that was reopened: as the
 * last thing of the acting transaction, so that its lock is the last one taken and held for the shortest time.
 */
@Component
class UnitQuarterKeeping {

    private final UnitQuarters quarters;

    UnitQuarterKeeping(UnitQuarters quarters) {
        this.quarters = quarters;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void keep(RoundClosed event) {
        quarters.recount(event.roundId());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void keep(PastRoundRecorded event) {
        quarters.recount(event.roundId());
    }

    @TransactionalEventListener(
            phase = TransactionPhase.BEFORE_COMMIT,
            classes = {
                ReportSubmitted.class,
                ReportReviewed.class,
                ActUndone.class,
                CycleReopened.class,
                CycleSuspended.class,
                CycleResumed.class,
                LeadUnitChanged.class
            })
    void keep(CycleEvent event) {
        quarters.recountOf(event.cycleId());
    }
}
