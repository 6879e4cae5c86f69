package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.AskedWork;

/** Lets people take their act on a cycle back for 30 seconds while nobody has acted on it (domain: cycle). */
@Service
@Transactional
public class ActUndoing {

    private static final Duration TIME = Duration.ofSeconds(30);

    /**
     * An act that the person can still undo.
     *
     * @param number of the key task
     * @param seconds that are left
     */
    public record Offer(String cycleId, int number, ActKind kind, long seconds) {}

    private record Act(String cycleId, ActKind kind, String actedBy, Instant actedAt, ReportTerms before) {}

    private final JdbcClient jdbc;
    private final CycleRepository cycles;
    private final CycleViews views;
    private final CycleReports reports;
    private final AskedWork asked;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ActUndoing(
            JdbcClient jdbc,
            CycleRepository cycles,
            CycleViews views,
            CycleReports reports,
            AskedWork asked,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.views = views;
        this.reports = reports;
        this.asked = asked;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes the last act on the cycle back: it stands where it stood, with the deadline it had; what was submitted or
     * decided is kept as undone.
     *
     * @throws DomainException if it was somebody else's act, somebody has acted since, or the time is over
     */
    public void undo(String cycleId) {
        CurrentUser user = currentUsers.required();
        int number = views.get(cycleId, user).number();
        Act act = last(cycleId)
                .filter(done -> done.actedBy().equals(user.username()))
                .orElseThrow(() -> new DomainException(Kind.CONFLICT, "reporting.undo.nothing", number));
        if (secondsLeft(act) <= 0) {
            throw new DomainException(Kind.CONFLICT, "reporting.undo.too-late", number, TIME.toSeconds());
        }
        ReportingCycle cycle = cycles.findById(cycleId).orElseThrow();
        if (cycle.state != act.kind().after()) {
            throw new DomainException(Kind.CONFLICT, "reporting.undo.nothing", number);
        }
        cycle.undo(act.kind(), act.before());
        cycles.save(cycle);
        reports.markUndone(cycleId, cycle.reportVersion, act.kind(), clock.instant());
        asked.takeBack(cycleId, user.username());
        forget(cycleId);
        events.publishEvent(
                new CycleEvent.ActUndone(cycle.government, cycleId, act.kind(), cycle.reportVersion, act.actedAt()));
    }

    /** The act on the cycle that the person who is acting can still undo. */
    @Transactional(readOnly = true)
    public Optional<Offer> offer(String cycleId) {
        return offers("a.cycle_id = :cycle", cycleId);
    }

    /** The latest act of the person who is acting, on whatever cycle, if it can still be undone. */
    @Transactional(readOnly = true)
    public Optional<Offer> latestOffer() {
        return offers("true", "");
    }

    private Optional<Offer> offers(String condition, String cycleId) {
        return jdbc.sql(
                        """
                        select a.*, c.number from undoable_act a join reporting_cycle c on c.id = a.cycle_id
                        where a.acted_by = :user and a.acted_at > :since and
                        """
                                + condition + " order by a.acted_at desc limit 1")
                .param("user", currentUsers.required().username())
                .param("since", Timestamp.from(clock.instant().minus(TIME)))
                .param("cycle", cycleId)
                .query((row, n) -> {
                    Act act = act(row);
                    return new Offer(act.cycleId(), row.getInt("number"), act.kind(), secondsLeft(act));
                })
                .optional()
                .filter(offer -> offer.seconds() > 0);
    }

    /**
     * From now on this act, and no earlier one, can be undone.
     *
     * @param actedAt not later than whatever ended because of the act
     */
    void remember(String cycleId, ActKind kind, String actedBy, Instant actedAt, ReportTerms before) {
        forget(cycleId);
        jdbc.sql(
                        """
                        insert into undoable_act
                            (cycle_id, kind, acted_by, acted_at, returned, report_due_at, report_due_from, report_due_days)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        cycleId,
                        kind.name(),
                        actedBy,
                        Timestamp.from(actedAt),
                        before.returned(),
                        Timestamp.from(before.reportDueAt()),
                        before.reportDueFrom(),
                        before.reportDueDays())
                .update();
    }

    /** Nothing can be undone any more. */
    void forget(String cycleId) {
        jdbc.sql("delete from undoable_act where cycle_id = ?").param(cycleId).update();
    }

    private Optional<Act> last(String cycleId) {
        return jdbc.sql("select * from undoable_act where cycle_id = ?")
                .param(cycleId)
                .query((row, n) -> act(row))
                .optional();
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getString("cycle_id"),
                ActKind.valueOf(row.getString("kind")),
                row.getString("acted_by"),
                row.getTimestamp("acted_at").toInstant(),
                new ReportTerms(
                        row.getBoolean("returned"),
                        row.getTimestamp("report_due_at").toInstant(),
                        row.getObject("report_due_from", LocalDate.class),
                        row.getObject("report_due_days", Integer.class)));
    }

    private long secondsLeft(Act act) {
        return TIME.minus(Duration.between(act.actedAt(), clock.instant())).toSeconds();
    }
}
