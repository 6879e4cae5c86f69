package org.supervision.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.UnitDuties;
import org.supervision.identity.UnitDuty;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.Slice;

/** Reads what is late in the reader's government now, for those who read the whole of it. */
@Repository
public class OverdueCycles {

    private static final String LATE =
            """
            with late as (
                select c.id, c.round_id, c.key_task_id, awaited.step, awaited.unit, awaited.due_at
                from reporting_cycle c
                cross join lateral (
                    select 'REPORT', c.lead_unit, c.report_due_at
                     where c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING')
                    union all
                    select 'PART', p.unit, c.parts_due_at from partner_part p
                     where p.cycle_id = c.id and p.submitted_at is null and not c.returned
                       and c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING')
                    union all
                    select c.state, c.lead_unit,
                           case c.state when 'UNIT_REVIEW' then c.unit_review_due_at else c.office_review_due_at end
                     where c.state in ('UNIT_REVIEW', 'OFFICE_REVIEW')) as awaited (step, unit, due_at)
                where c.government = :government and c.state <> 'CLOSED' and awaited.due_at < :now
                  and (:cycle::text is null or c.id = :cycle))
            """;

    /** The ladder of a late step stands on the rung of its last slip, unless what it chased has ended since. */
    private static final String STANDING =
            """
            from late l
            left join lateral (
                select s.id, s.level from slip s
                where s.cycle_id = l.id and s.source = 'LADDER' and s.step = l.step
                  and (l.step <> 'PART' or s.unit = l.unit)
                  and not exists (
                      select from slip e
                      where e.cycle_id = s.cycle_id and e.step = s.step and e.episode = s.episode
                        and e.ended_because in ('REPORT_SUBMITTED', 'REVIEW_DONE', 'DUE_DATE_MOVED', 'ROUND_CLOSED'))
                order by s.episode desc, s.rung desc limit 1) s on true
            """;

    private static final String LIST = LATE
            + """
            select l.*, k.number, k.goal, k.important, u.name as unit_name, s.level, s.id as slip_id,
                (select count(*) from review r
                  where r.cycle_id = l.id and r.decision = 'RETURN' and r.undone_at is null) as times_returned,
                (select e.proc_inst_id_ from act_ru_execution e
                   join act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ = 'quarterly-cycle'
                  where e.business_key_ = l.id limit 1) as instance_id
            """
            + STANDING
            + """
            join key_task k on k.id = l.key_task_id
            join org_unit u on u.code = l.unit
            where :rung::text is null or s.level = :rung
            order by l.due_at, k.number, l.step, l.unit limit :size offset :skip
            """;

    private static final String COUNT =
            LATE + "select count(*) " + STANDING + " where :rung::text is null or s.level = :rung";

    private static final String SUMMARY = LATE + "select l.step, s.level, count(*) " + STANDING + " group by 1, 2";

    private final JdbcClient jdbc;
    private final CycleViews cycles;
    private final UnitDuties duties;
    private final WorkingDays workingDays;
    private final Clock clock;

    OverdueCycles(JdbcClient jdbc, CycleViews cycles, UnitDuties duties, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.duties = duties;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * How much is late.
     *
     * @param belowFirstRung late, but not yet reminded
     */
    public record Summary(long total, long belowFirstRung, Map<Rung, Long> byRung, Map<CycleStep, Long> byStep) {}

    /**
     * One cycle as far as a supervisor has to know it, late or not.
     *
     * @param officer who is responsible for its lead unit
     * @param late its late steps
     */
    public record Standing(CycleView cycle, @Nullable String officer, int timesReturned, List<OverdueCycle> late) {}

    /** The longest late first. */
    public Slice<OverdueCycle> list(@Nullable Rung rung, CurrentUser reader, int page, int size) {
        String level = rung == null ? null : rung.name();
        List<OverdueCycle> items = withOfficers(of(LIST, reader, null)
                .param("rung", level)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> overdue(row))
                .list());
        long total =
                of(COUNT, reader, null).param("rung", level).query(Long.class).single();
        return new Slice<>(items, page, size, total);
    }

    public Summary summary(CurrentUser reader) {
        Map<Rung, Long> byRung = new EnumMap<>(Rung.class);
        Map<CycleStep, Long> byStep = new EnumMap<>(CycleStep.class);
        of(SUMMARY, reader, null).query(row -> {
            byStep.merge(CycleStep.valueOf(row.getString(1)), row.getLong(3), Long::sum);
            if (row.getString(2) != null) {
                byRung.merge(Rung.valueOf(row.getString(2)), row.getLong(3), Long::sum);
            }
        });
        long total = byStep.values().stream().mapToLong(Long::longValue).sum();
        long chased = byRung.values().stream().mapToLong(Long::longValue).sum();
        return new Summary(total, total - chased, byRung, byStep);
    }

    public Standing standing(String cycleId, CurrentUser reader) {
        requireWholeGovernment(reader);
        CycleView cycle = cycles.get(cycleId, reader);
        List<OverdueCycle> late = withOfficers(of(LIST, reader, cycleId)
                .param("rung", null)
                .param("size", 100)
                .param("skip", 0)
                .query((row, n) -> overdue(row))
                .list());
        int timesReturned = jdbc.sql(
                        "select count(*) from review where cycle_id = ? and decision = 'RETURN' and undone_at is null")
                .param(cycleId)
                .query(Integer.class)
                .single();
        return new Standing(
                cycle, duties.of(cycle.leadUnit()).map(UnitDuty::officerName).orElse(null), timesReturned, late);
    }

    private JdbcClient.StatementSpec of(String sql, CurrentUser reader, @Nullable String cycleId) {
        requireWholeGovernment(reader);
        return jdbc.sql(sql)
                .param("government", reader.requiredGovernment())
                .param("now", Timestamp.from(clock.instant()))
                .param("cycle", cycleId);
    }

    private static void requireWholeGovernment(CurrentUser reader) {
        if (!reader.readsWholeGovernment()) {
            throw new AccessDeniedException("what is late in the whole government");
        }
    }

    private List<OverdueCycle> withOfficers(List<OverdueCycle> found) {
        Map<String, UnitDuty> byUnit =
                duties.of(found.stream().map(OverdueCycle::unit).distinct().toList());
        return found.stream()
                .map(each -> byUnit.containsKey(each.unit())
                        ? each.withOfficer(byUnit.get(each.unit()).officerName())
                        : each)
                .toList();
    }

    private OverdueCycle overdue(ResultSet row) throws SQLException {
        Instant dueAt = row.getTimestamp("due_at").toInstant();
        String level = row.getString("level");
        return new OverdueCycle(
                row.getString("id"),
                row.getString("round_id"),
                row.getInt("number"),
                row.getString("goal"),
                row.getBoolean("important"),
                CycleStep.valueOf(row.getString("step")),
                row.getString("unit"),
                row.getString("unit_name"),
                null,
                dueAt,
                workingDays.between(
                        LocalDate.ofInstant(dueAt, WorkingDays.ZONE),
                        LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE)),
                level == null ? null : Rung.valueOf(level),
                row.getString("slip_id"),
                row.getInt("times_returned"),
                row.getString("instance_id"));
    }
}
