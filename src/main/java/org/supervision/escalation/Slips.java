package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.reporting.CycleChase;
import org.supervision.reporting.CycleChase.ChasedCycle;
import org.supervision.reporting.CycleStep;

/** Issues numbered slips and ends them; called only by the process {@code overdue-escalation}. */
@Service
@Transactional
public class Slips {

    private final JdbcClient jdbc;
    private final CycleChase cycles;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Slips(JdbcClient jdbc, CycleChase cycles, WorkingDays workingDays, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /** 00:05 of the rung's working day after the report of this cycle was due. */
    @Transactional(readOnly = true)
    public Instant rungAt(String cycleId, int rung) {
        return workingDays.afterDue(cycles.get(cycleId, CycleStep.REPORT).dueAt(), rung);
    }

    @Transactional(readOnly = true)
    public String round(String cycleId) {
        return cycles.get(cycleId, CycleStep.REPORT).roundId();
    }

    /** When the ladder ends at the latest: 18:00 of the day its round closes. */
    @Transactional(readOnly = true)
    public Instant roundClosesAt(String cycleId) {
        return cycles.get(cycleId, CycleStep.REPORT).roundClosesAt();
    }

    /**
     * Issues the reminder of a rung under the next number; once for each episode and rung, however often a job is
     * repeated, and not at all if the report came in meanwhile.
     *
     * @param rung working days after the due date
     */
    public void issueReminder(String cycleId, int episode, int rung) {
        ChasedCycle cycle = cycles.get(cycleId, CycleStep.REPORT);
        if (!cycle.awaited() || isIssued(cycleId, SlipKind.REMINDER, episode, rung)) {
            return;
        }
        int year = LocalDate.now(clock).getYear();
        int number = nextNumber(cycle.government(), SlipKind.REMINDER, year);
        String id = "%s-%d-reminder-%d".formatted(cycle.government(), year, number);
        jdbc.sql(
                        """
                        insert into slip (id, government, kind, year, number, cycle_id, round_id, unit, episode, rung,
                            due_at, issued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        cycle.government(),
                        SlipKind.REMINDER.name(),
                        year,
                        number,
                        cycleId,
                        cycle.roundId(),
                        cycle.leadUnit(),
                        episode,
                        rung,
                        Timestamp.from(cycle.dueAt()),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new SlipEvent.ReminderIssued(cycle.government(), id, cycleId, rung));
    }

    /** Ends the open slips of a cycle because their cause has ended; none is ever deleted. */
    public void end(String cycleId, EndReason reason) {
        ChasedCycle cycle = cycles.get(cycleId, CycleStep.REPORT);
        List<String> ended = jdbc.sql(
                        """
                        update slip set ended_at = ?, ended_because = ?
                        where cycle_id = ? and ended_at is null returning id""")
                .params(Timestamp.from(clock.instant()), reason.name(), cycleId)
                .query(String.class)
                .list();
        ended.forEach(id -> events.publishEvent(new SlipEvent.SlipEnded(cycle.government(), id, reason)));
    }

    private boolean isIssued(String cycleId, SlipKind kind, int episode, int rung) {
        return jdbc.sql("select exists (select from slip where cycle_id = ? and kind = ? and episode = ? and rung = ?)")
                .params(cycleId, kind.name(), episode, rung)
                .query(Boolean.class)
                .single();
    }

    /** Drawn inside the transaction of the issue: a roll-back returns it, so that no number is missing. */
    private int nextNumber(String government, SlipKind kind, int year) {
        return jdbc.sql(
                        """
                        insert into slip_number (government, kind, year, last) values (?, ?, ?, 1)
                        on conflict (government, kind, year) do update set last = slip_number.last + 1
                        returning last""")
                .params(government, kind.name(), year)
                .query(Integer.class)
                .single();
    }
}
