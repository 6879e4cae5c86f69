package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;

/** Keeps slips; none is ever deleted, numbers are drawn in the transaction of the issue. */
@Repository
class SlipStore {

    /** Open, and not signed by anybody: a signed order stays until answered, an agreed interview until held. */
    private static final String UNSIGNED =
            """
             and ended_at is null and not (kind in ('SUPERVISION_ORDER', 'INTERVIEW') and issued_at is not null)
            """;

    private static final String OLDEST_FIRST = " order by drafted_at, id";

    private final JdbcClient jdbc;
    private final SlipNumbers numbers;

    SlipStore(JdbcClient jdbc, SlipNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /**
     * A slip as it is written down first.
     *
     * @param businessKey unique: the same cause never makes two
     * @param step of the cycle that is late; {@code null} for what concerns no step
     * @param dueAt the due instant that was missed
     * @param rungDueAt when the ladder wanted it
     * @param points what it changes the unit's score by
     */
    record NewSlip(
            String government,
            SlipKind kind,
            String businessKey,
            SlipSource source,
            String keyTaskId,
            @Nullable String cycleId,
            @Nullable String roundId,
            String unit,
            @Nullable String step,
            @Nullable Rung level,
            @Nullable Integer episode,
            @Nullable Integer daysLate,
            @Nullable Instant dueAt,
            @Nullable Instant rungDueAt,
            int points,
            @Nullable String requirement) {}

    /** What acts on a slip must know of it. */
    record SlipRecord(
            String id,
            String government,
            SlipKind kind,
            SlipSource source,
            String keyTaskId,
            @Nullable String cycleId,
            String unit,
            @Nullable Integer year,
            @Nullable Integer number,
            @Nullable String requirement,
            @Nullable Instant dueAt,
            @Nullable Instant issuedAt,
            @Nullable Instant limitAt,
            @Nullable Instant endedAt) {}

    boolean exists(String businessKey) {
        return jdbc.sql("select exists (select from slip where business_key = ?)")
                .param(businessKey)
                .query(Boolean.class)
                .single();
    }

    /**
     * Issued under a number that is drawn by the last statement of the transaction: from the draw to the commit every
     * other issue of the government waits, and thousands may be due in the same minute.
     *
     * @return its id, {@code wuhu-reminder-12}
     */
    String insertIssued(NewSlip slip, int year, Instant now) {
        String id = insertDraft(slip, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                numbers.issue(id, slip.government(), slip.kind(), year, now);
            }
        });
        return id;
    }

    /** @return its id, {@code wuhu-order-17}; its number comes when it is issued */
    String insertDraft(NewSlip slip, Instant now) {
        return jdbc.sql(
                        """
                        insert into slip (id, government, kind, business_key, source, key_task_id, cycle_id, round_id,
                            unit, step, level, episode, rung, due_at, rung_due_at, points, requirement,
                            drafted_at)
                        values (? || nextval('slip_draft'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning id""")
                .params(
                        "%s-%s-".formatted(slip.government(), slip.kind().segment()),
                        slip.government(),
                        slip.kind().name(),
                        slip.businessKey(),
                        slip.source().name(),
                        slip.keyTaskId(),
                        slip.cycleId(),
                        slip.roundId(),
                        slip.unit(),
                        slip.step(),
                        slip.level() == null ? null : slip.level().name(),
                        slip.episode(),
                        slip.daysLate(),
                        timestamp(slip.dueAt()),
                        timestamp(slip.rungDueAt()),
                        slip.points(),
                        slip.requirement(),
                        Timestamp.from(now))
                .query(String.class)
                .single();
    }

    /**
     * A draft gets its number and what was signed.
     *
     * @return the number
     */
    int issue(SlipRecord slip, int year, String requirement, CurrentUser signer, Instant now) {
        int number = numbers.next(slip.government(), slip.kind(), year);
        jdbc.sql(
                        """
                        update slip set year = ?, number = ?, issued_at = ?, requirement = ?, signed_by = ?,
                            signed_by_name = ?, signed_limit_at = limit_at
                        where id = ?""")
                .params(year, number, Timestamp.from(now), requirement, signer.username(), signer.name(), slip.id())
                .update();
        return number;
    }

    /**
     * When the answer is due.
     *
     * @param from the day from which that many working days count; both {@code null} for a day the office named
     */
    void limit(String id, Instant limitAt, @Nullable LocalDate from, @Nullable Integer days) {
        jdbc.sql("update slip set limit_at = ?, limit_from = ?, limit_days = ? where id = ?")
                .params(Timestamp.from(limitAt), from, days, id)
                .update();
    }

    /** Open slips whose limit counts working days and has not passed. */
    List<CountedLimit> countedLimits(Instant now) {
        return jdbc.sql(
                        """
                        select id, government, limit_at, limit_from, limit_days from slip
                        where ended_at is null and limit_from is not null and limit_at > ?""")
                .param(Timestamp.from(now))
                .query((row, n) -> new CountedLimit(
                        row.getString("id"),
                        row.getString("government"),
                        row.getTimestamp("limit_at").toInstant(),
                        row.getObject("limit_from", LocalDate.class),
                        row.getInt("limit_days")))
                .list();
    }

    /** A limit that follows the calendar. */
    record CountedLimit(String id, String government, Instant limitAt, LocalDate from, int days) {}

    /** @return false if it had ended before */
    boolean end(String id, EndReason reason, Instant now) {
        return jdbc.sql("update slip set ended_at = ?, ended_because = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), reason.name(), id)
                        .update()
                == 1;
    }

    void reopen(String id) {
        jdbc.sql("update slip set ended_at = null, ended_because = null where id = ?")
                .param(id)
                .update();
    }

    /** @return ids of the open slips that are the other unit's from now on */
    List<String> moveOpen(String unit, String into) {
        return jdbc.sql("update slip set unit = ? where unit = ? and ended_at is null returning id")
                .params(into, unit)
                .query(String.class)
                .list();
    }

    void withdraw(String id, Instant now) {
        jdbc.sql("update slip set withdrawn_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    SlipRecord get(String id) {
        return only(id, find("where id = ?", id));
    }

    SlipRecord lock(String id) {
        return only(id, find("where id = ? for update", id));
    }

    private static SlipRecord only(String id, List<SlipRecord> found) {
        return found.stream().findFirst().orElseThrow(() -> DomainException.notFound(id));
    }

    /** What ends with its cause: open reminders and drafts about a step of a cycle. */
    List<SlipRecord> endingWith(String cycleId, String step) {
        return find("where cycle_id = ? and step = ?" + UNSIGNED + OLDEST_FIRST, cycleId, step);
    }

    /** What an act on the cycle has ended, at that instant or just after. */
    List<SlipRecord> endedBy(String cycleId, Instant actedAt) {
        return find(
                "where cycle_id = ? and ended_because in ('REPORT_SUBMITTED', 'REVIEW_DONE') and ended_at >= ?"
                        + OLDEST_FIRST,
                cycleId,
                Timestamp.from(actedAt));
    }

    /**
     * The episode of the ladder that has chased this lateness already: for the same missed instant, or by slips that are
     * open again.
     *
     * @param unit whose part is late
     */
    Optional<Integer> episode(String cycleId, CycleStep step, @Nullable String unit, Instant dueAt) {
        return jdbc.sql(
                        """
                        select episode from slip
                        where source = 'LADDER' and cycle_id = :cycle and step = :step
                          and unit = coalesce(:unit::text, unit) and (due_at = :due or true
                        """
                                + UNSIGNED + ") order by episode desc limit 1")
                .param("cycle", cycleId)
                .param("step", step.name())
                .param("unit", unit)
                .param("due", Timestamp.from(dueAt))
                .query(Integer.class)
                .optional();
    }

    /** What ends with its round; whether to hold an interview a person decides, and the closing of no round. */
    List<SlipRecord> endingWithRound(String roundId) {
        return find("where round_id = ? and kind <> 'INTERVIEW'" + UNSIGNED + OLDEST_FIRST, roundId);
    }

    /** Signed and not withdrawn orders against a unit in a calendar year. */
    int orders(String unit, int year) {
        return jdbc.sql(
                        """
                        select count(*) from slip
                        where unit = ? and kind = 'SUPERVISION_ORDER' and year = ?
                          and withdrawn_at is null""")
                .params(unit, year)
                .query(Integer.class)
                .single();
    }

    /** The interview that so many orders in a year brought about, unless its ground went; open or not. */
    Optional<String> interviewAfterOrders(String unit, int year) {
        return jdbc.sql(
                        """
                        select id from slip
                        where unit = ? and kind = 'INTERVIEW' and source = 'COUNT'
                          and ended_because is distinct from 'CAUSE_GONE'
                          and extract(year from drafted_at at time zone 'Asia/Shanghai') = ?""")
                .params(unit, year)
                .query(String.class)
                .optional();
    }

    Optional<Instant> lastReminder(String cycleId) {
        return jdbc.sql(
                        "select issued_at from slip where cycle_id = ? and kind = 'REMINDER' order by issued_at desc limit 1")
                .param(cycleId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private List<SlipRecord> find(String where, Object... parameters) {
        return jdbc.sql("select * from slip " + where)
                .params(parameters)
                .query((row, n) -> new SlipRecord(
                        row.getString("id"),
                        row.getString("government"),
                        SlipKind.valueOf(row.getString("kind")),
                        SlipSource.valueOf(row.getString("source")),
                        row.getString("key_task_id"),
                        row.getString("cycle_id"),
                        row.getString("unit"),
                        row.getObject("year", Integer.class),
                        row.getObject("number", Integer.class),
                        row.getString("requirement"),
                        instant(row.getTimestamp("due_at")),
                        instant(row.getTimestamp("issued_at")),
                        instant(row.getTimestamp("limit_at")),
                        instant(row.getTimestamp("ended_at"))))
                .list();
    }

    static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
