package org.supervision.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Cycles of published rounds that the chief lets a unit report again. When the last of a round is approved, a correction of
 * the published table waits for its check and signature; the table that was published stays.
 */
@Service
@Transactional
public class CycleReopening {

    private static final int LONGEST = 2_000;

    private final CycleRepository cycles;
    private final RoundRepository rounds;
    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CycleReopening(
            CycleRepository cycles,
            RoundRepository rounds,
            JdbcClient jdbc,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Who reopened a cycle last, why and when. */
    public record Reopening(String reason, String reopenedBy, Instant reopenedAt) {}

    /** Empty if the cycle was never reopened. */
    @Transactional(readOnly = true)
    public Optional<Reopening> latest(String cycleId) {
        return Optional.ofNullable(latest(List.of(cycleId)).get(cycleId));
    }

    /** By cycle; without an entry where it was never reopened. */
    @Transactional(readOnly = true)
    public Map<String, Reopening> latest(Collection<String> cycleIds) {
        Map<String, Reopening> latest = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (cycle_id) cycle_id, reason, reopened_by_name, reopened_at
                        from cycle_reopening where cycle_id = any(?) order by cycle_id, number desc""")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    latest.put(
                            row.getString(1),
                            new Reopening(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant()));
                });
        return latest;
    }

    /** Whether the person may reopen the cycle now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(CurrentUser user, CycleView view) {
        return user.is(Role.OFFICE_CHIEF)
                && view.state() == CycleState.CLOSED
                && rounds.findById(view.roundId())
                        .filter(round -> round.state == RoundState.PUBLISHED && round.origin == RoundOrigin.LIVE)
                        .isPresent();
    }

    /**
     * The lead unit reports again, within the days for a re-submission.
     *
     * @throws DomainException if the round is not published, was not run here, or the cycle runs
     */
    public void reopen(String cycleId, String reason) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        ReportingCycle cycle = cycles.findById(cycleId)
                .filter(found -> found.government.equals(chief.government()))
                .orElseThrow(() -> DomainException.notFound(cycleId));
        rounds.hold(cycle.roundId);
        ReportingRound round = rounds.findById(cycle.roundId).orElseThrow();
        if (round.state != RoundState.PUBLISHED || round.origin != RoundOrigin.LIVE) {
            throw new DomainException(Kind.CONFLICT, "reporting.reopening.not-published");
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw DomainException.invalidField("reason", "reporting.reopening.reason", LONGEST);
        }
        reopen(cycle, round, why, chief);
    }

    /**
     * The same after an inspection contradicted the approved report, also while the round still runs: its closing ends
     * the cycle, whatever it has come to.
     *
     * @throws DomainException between closing and publication: nothing would end a cycle that is not reported again
     */
    void reopenContradicted(String cycleId, String why, CurrentUser chief) {
        ReportingCycle cycle = cycles.findById(cycleId).orElseThrow();
        rounds.hold(cycle.roundId);
        ReportingRound round = rounds.findById(cycle.roundId).orElseThrow();
        if (round.state == RoundState.CLOSED) {
            throw DomainException.invalidField("decision", "reporting.inspection.error.round-closed");
        }
        reopen(cycle, round, why, chief);
    }

    private void reopen(ReportingCycle cycle, ReportingRound round, String why, CurrentUser chief) {
        String cycleId = cycle.id;
        LocalDate today = LocalDate.now(clock);
        int days = round.terms.resubmissionDays();
        cycle.reopen(today, days, workingDays.dueInstant(workingDays.plus(today, days)));
        cycles.save(cycle);
        jdbc.sql(
                        """
                        insert into cycle_reopening (cycle_id, number, reason, reopened_by, reopened_by_name, reopened_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from cycle_reopening where cycle_id = ?""")
                .params(cycleId, why, chief.username(), chief.name(), Timestamp.from(clock.instant()), cycleId)
                .update();
        events.publishEvent(new CycleEvent.CycleReopened(cycle.government, cycleId, round.id, cycle.leadUnit, why));
    }
}
