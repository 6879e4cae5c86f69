package org.supervision.reporting;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.reporting.CycleEvent.ReportReviewed;

/**
 * Asks for the correction of a published table once it no longer is what may be said: a reopened report was approved anew, or
 * something is not for publication any more, or is again. The table that was published stays.
 */
@Service
@Transactional
class Corrections {

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final Publications publications;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Corrections(
            CycleRepository cycles,
            RoundRepository rounds,
            Publications publications,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.publications = publications;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void correctWhatIsReportedAnew(ReportReviewed event) {
        if (event.after() == CycleState.CLOSED) {
            request(cycles.findById(event.cycleId()).orElseThrow().roundId);
        }
    }

    @EventListener
    void correctWhatIsWithheldOrNoMore(WithholdingEvent event) {
        roundsWith(event).forEach(this::request);
    }

    /** In the order of their ids: two that wait for the same rounds never wait for each other. */
    private List<String> roundsWith(WithholdingEvent event) {
        return event.roundId() != null
                ? List.of(event.roundId())
                : jdbc.sql(
                                """
                                select r.id from reporting_round r join reporting_cycle c on c.round_id = r.id
                                where c.key_task_id = ? and r.state in ('CLOSED', 'PUBLISHED') order by r.id""")
                        .param(event.keyTaskId())
                        .query(String.class)
                        .list();
    }

    /** Nothing while a cycle of the round is reopened: its approval asks again. */
    private void request(String roundId) {
        // What is approved, marked and signed at the same time is looked at one after the other.
        rounds.hold(roundId);
        ReportingRound round = rounds.findById(roundId).orElseThrow();
        if (round.state == RoundState.PUBLISHED
                && cycles.countByRoundIdAndStateNot(roundId, CycleState.CLOSED) == 0
                && publications.isOutdated(roundId)
                && round.requestCorrection(clock.instant())) {
            rounds.save(round);
            events.publishEvent(new RoundEvent.SignatureRequested(round.government, roundId));
        }
    }
}
