package org.supervision.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;

/** How the reports of one round come in, from hand to hand. */
@Repository
public class RoundFlows {

    /** In whose hands a cycle is. */
    public enum Hand {
        LIAISON,
        LEADER,
        OFFICE;

        public CycleFigure held() {
            return CycleFigure.valueOf("WITH_" + name());
        }

        public CycleFigure late() {
            return CycleFigure.valueOf("LATE_" + name());
        }
    }

    /** What came on one day. */
    public record Arrivals(LocalDate day, int submitted, int approved) {}

    /**
     * What is in somebody's hands.
     *
     * @param cycleId the one that is there longest, with its number and goal
     */
    public record InHand(Hand hand, int held, int late, Instant since, String cycleId, int number, String goal) {}

    /**
     * Why reports came back.
     *
     * @param times how often, in that many cycles
     */
    public record Returns(CycleFigure why, int times, int cycles) {}

    private static final String ARRIVALS =
            """
            with came as (
                select case when %s then f.submitted_at end as submitted,
                    case when c.outcome = 'APPROVED' then c.closed_at end as approved
                %s %s)
            select day, sum(submitted)::int as submitted, sum(approved)::int as approved from (
                select (submitted at time zone 'Asia/Shanghai')::date as day, 1 as submitted, 0 as approved from came
                union all
                select (approved at time zone 'Asia/Shanghai')::date, 0, 1 from came) days
            where day is not null group by day order by day"""
                    .formatted(CycleFigure.REPORTED.condition(), CycleSql.CYCLES + CycleSql.FIRST, CycleSql.WHERE);

    private static final String IN_HAND =
            """
            select distinct on (hand) hand, since, id as cycle_id, number,
                (select goal from key_task k where k.id = key_task_id) as goal,
                count(*) over whole as held, count(*) filter (where late) over whole as late
            from (
                select c.id, c.number, c.key_task_id, h.hand, h.due_at < :now as late, h.since
                from reporting_cycle c
                join reporting_round r on r.id = c.round_id
                cross join lateral (
                    select case c.state when 'UNIT_REVIEW' then 'LEADER' when 'OFFICE_REVIEW' then 'OFFICE'
                            else 'LIAISON' end as hand,
                        case c.state when 'UNIT_REVIEW' then c.unit_review_due_at
                            when 'OFFICE_REVIEW' then c.office_review_due_at else c.report_due_at end as due_at,
                        case c.state when 'UNIT_REVIEW' then (
                                select s.submitted_at from progress_report s
                                where s.cycle_id = c.id and s.version = c.report_version)
                            when 'OFFICE_REVIEW' then (
                                select max(w.reviewed_at) from review w
                                where w.cycle_id = c.id and w.step = 'UNIT' and w.undone_at is null)
                            else greatest(r.opened_at,
                                (select max(w.reviewed_at) from review w
                                    where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null),
                                (select max(o.reopened_at) from cycle_reopening o where o.cycle_id = c.id))
                            end as since) h
                %s and c.state not in ('CLOSED', 'SUSPENDED')) held
            window whole as (partition by hand)
            order by hand, since, number"""
                    .formatted(CycleSql.WHERE);

    private static final String STRETCHES =
            """
            select s.hand, (s.began at time zone 'Asia/Shanghai')::date as began,
                (s.ended at time zone 'Asia/Shanghai')::date as ended, count(*) as times
            from reporting_cycle c
            join reporting_round r on r.id = c.round_id
            cross join lateral (
                select e.version, e.submitted_at from progress_report e
                where e.cycle_id = c.id and e.source = 'UNIT' and e.undone_at is null offset 0) p
            cross join lateral (
                select max(w.reviewed_at) filter (where w.step = 'UNIT') as unit_at,
                    max(w.reviewed_at) filter (where w.step = 'OFFICE') as office_at
                from review w
                where w.cycle_id = c.id and w.report_version = p.version and w.undone_at is null) w
            cross join lateral (values
                ('LIAISON', greatest(r.opened_at,
                    (select max(w.reviewed_at) from review w where w.cycle_id = c.id and w.decision = 'RETURN'
                        and w.undone_at is null and w.report_version < p.version),
                    (select max(o.reopened_at) from cycle_reopening o
                        where o.cycle_id = c.id and o.reopened_at <= p.submitted_at)), p.submitted_at),
                ('LEADER', p.submitted_at, w.unit_at),
                ('OFFICE', w.unit_at, w.office_at)) s (hand, began, ended)
            %s and s.began is not null and s.ended is not null
            group by 1, 2, 3"""
                    .formatted(CycleSql.WHERE);

    private static final String RETURNS =
            """
            select case when w.step = 'UNIT' then 'RETURNED_BY_UNIT' else 'RETURNED_' || w.reason end as why,
                count(*) as times, count(distinct c.id) as cycles
            from reporting_cycle c
            join reporting_round r on r.id = c.round_id
            cross join lateral (
                select e.step, e.reason from review e
                where e.cycle_id = c.id and e.decision = 'RETURN' and e.undone_at is null offset 0) w
            %s group by 1 order by 3 desc, 1"""
                    .formatted(CycleSql.WHERE);

    private final CycleSql cycles;
    private final WorkingDays workingDays;

    RoundFlows(CycleSql cycles, WorkingDays workingDays) {
        this.cycles = cycles;
        this.workingDays = workingDays;
    }

    /** First reports that stand, and approvals, by the day on which they came; days without any are absent. */
    List<Arrivals> arrivals(CycleScope scope) {
        return cycles.over(scope, ARRIVALS).query(Arrivals.class).list();
    }

    /** Hands that hold nothing are absent. */
    List<InHand> inHand(CycleScope scope) {
        return cycles.over(scope, IN_HAND)
                .query((row, n) -> new InHand(
                        Hand.valueOf(row.getString("hand")),
                        row.getInt("held"),
                        row.getInt("late"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("cycle_id"),
                        row.getInt("number"),
                        row.getString("goal")))
                .list();
    }

    /** Working days a report was in each hand, on the average of the times it was handed on; null before it once was. */
    Map<Hand, @Nullable Double> days(CycleScope scope) {
        record Stretch(Hand hand, LocalDate began, LocalDate ended, int times) {}
        List<Stretch> stretches = new ArrayList<>(
                cycles.over(scope, STRETCHES).query(Stretch.class).list());
        Map<Hand, @Nullable Double> days = new EnumMap<>(Hand.class);
        for (Hand hand : Hand.values()) {
            List<Stretch> own =
                    stretches.stream().filter(stretch -> stretch.hand() == hand).toList();
            int times = own.stream().mapToInt(Stretch::times).sum();
            int sum = own.stream()
                    .mapToInt(stretch -> stretch.times() * workingDays.between(stretch.began(), stretch.ended()))
                    .sum();
            days.put(hand, times == 0 ? null : (double) sum / times);
        }
        return days;
    }

    /** The most frequent first. */
    List<Returns> returns(CycleScope scope) {
        return cycles.over(scope, RETURNS).query(Returns.class).list();
    }
}
