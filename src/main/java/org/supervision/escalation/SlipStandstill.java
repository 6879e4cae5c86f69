package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;

/** What a suspension of a key task means for its orders, interviews and appeals; their processes stand still meanwhile. */
@Service
@Transactional
public class SlipStandstill {

    private record Limit(
            String id, String government, Instant limitAt, @Nullable LocalDate from, @Nullable Integer days) {}

    private final JdbcClient jdbc;
    private final SlipStore slips;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SlipStandstill(
            JdbcClient jdbc, SlipStore slips, WorkingDays workingDays, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.slips = slips;
        this.workingDays = workingDays;
        this.clock = clock;
        this.events = events;
    }

    /** Ids of the open orders and interviews of the key task, whatever wanted them. */
    @Transactional(readOnly = true)
    public List<String> slips(String keyTaskId) {
        return jdbc.sql(
                        """
                        select id from slip
                        where key_task_id = ? and ended_at is null and kind in ('SUPERVISION_ORDER', 'INTERVIEW')
                        order by id""")
                .param(keyTaskId)
                .query(String.class)
                .list();
    }

    /** Undecided appeals against slips of the key task, each with the instant by which it is to be decided. */
    @Transactional(readOnly = true)
    public Map<String, Instant> appeals(String keyTaskId) {
        return jdbc
                .sql(
                        """
                        select a.id, a.due_at from appeal a join slip s on s.id = a.slip_id
                        where s.key_task_id = ? and a.decided_at is null""")
                .param(keyTaskId)
                .query((row, n) -> Map.entry(
                        row.getString("id"), row.getTimestamp("due_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Answers and decisions are due later by the working days that were lost, a missed one too. */
    public void goOn(String keyTaskId, LocalDate suspendedOn) {
        int lost = lost(suspendedOn);
        if (lost == 0) {
            return;
        }
        for (Limit limit : limits(keyTaskId)) {
            Instant after = later(limit.limitAt(), lost);
            slips.limit(
                    limit.id(),
                    after,
                    limit.from() == null ? null : workingDays.plus(limit.from(), lost),
                    limit.days());
            events.publishEvent(new SlipEvent.LimitMoved(limit.government(), limit.id(), limit.limitAt(), after));
        }
        appeals(keyTaskId).forEach((id, dueAt) -> jdbc.sql("update appeal set due_at = ? where id = ?")
                .params(Timestamp.from(later(dueAt, lost)), id)
                .update());
    }

    /** When something that stood still since that day is due now. */
    @Transactional(readOnly = true)
    public Instant later(Instant due, LocalDate suspendedOn) {
        return later(due, lost(suspendedOn));
    }

    private int lost(LocalDate suspendedOn) {
        return workingDays.between(suspendedOn, LocalDate.now(clock));
    }

    private List<Limit> limits(String keyTaskId) {
        return jdbc.sql(
                        """
                        select id, government, limit_at, limit_from, limit_days from slip
                        where key_task_id = ? and ended_at is null and limit_at is not null""")
                .param(keyTaskId)
                .query((row, n) -> new Limit(
                        row.getString("id"),
                        row.getString("government"),
                        row.getTimestamp("limit_at").toInstant(),
                        row.getObject("limit_from", LocalDate.class),
                        row.getObject("limit_days", Integer.class)))
                .list();
    }

    private Instant later(Instant due, int days) {
        return workingDays.dueInstant(workingDays.plus(LocalDate.ofInstant(due, WorkingDays.ZONE), days));
    }
}
