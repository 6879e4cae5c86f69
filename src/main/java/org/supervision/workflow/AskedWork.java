package org.supervision.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.Slice;
import org.supervision.workflow.WorkItemSubjects.Subject;

/**
 * What is asked of the units: the work items their liaisons and leaders have completed, month by month, with the minutes
 * they were seen at them. Whoever asks has been found entitled to read of these units.
 */
@Repository
public class AskedWork {

    /**
     * A unit's month.
     *
     * @param name of the unit
     * @param items it completed
     * @param again of them, those that were asked of it once more
     * @param measured of them, those at which somebody was seen working
     * @param seconds of work on the measured ones
     */
    public record UnitMonth(
            String unit, String name, YearMonth month, int items, int again, int measured, long seconds) {

        /** Full minutes of work on the measured ones; part of one counts as a whole. */
        public long minutes() {
            return fullMinutes(seconds);
        }
    }

    /**
     * One of them.
     *
     * @param unitName of the unit it was asked of
     * @param time 1 for the first time the same was asked
     * @param seconds {@code null} where nobody was seen at it
     */
    public record Asked(CompletedWorkItem item, Subject subject, String unitName, int time, @Nullable Integer seconds) {

        /** Full minutes; part of one counts as a whole. */
        public @Nullable Integer minutes() {
            return seconds == null ? null : (int) fullMinutes(seconds);
        }
    }

    /**
     * How often a unit has been asked for the same so far.
     *
     * @param measured the times at which somebody was seen working
     */
    public record Repeated(int times, int measured, long seconds) {

        /** Full minutes; part of one counts as a whole. */
        public long minutes() {
            return fullMinutes(seconds);
        }
    }

    private static final String OF =
            """
            from completed_work_item c join org_unit u on u.code = c.unit
            where c.government = :government
              and completed_at >= :from and completed_at < :until and (:unit::text is null or c.unit = :unit)""";

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Clock clock;

    AskedWork(JdbcClient jdbc, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * Months and units without any are absent.
     *
     * @param unit code; {@code null} for all units of the government
     */
    public List<UnitMonth> byMonth(String government, YearMonth from, YearMonth until, @Nullable String unit) {
        return over(
                        government,
                        from,
                        until,
                        unit,
                        """
                        select c.unit, u.name, to_char(completed_at at time zone :zone, 'YYYY-MM') as month, count(*) as items,
                            count(*) filter (where time_asked > 1) as again, count(seconds) as measured,
                            coalesce(sum(seconds), 0) as seconds
                        %s group by 1, 2, 3 order by 1, 3"""
                                .formatted(OF))
                .param("zone", clock.getZone().getId())
                .query((row, n) -> new UnitMonth(
                        row.getString("unit"),
                        row.getString("name"),
                        YearMonth.parse(row.getString("month")),
                        row.getInt("items"),
                        row.getInt("again"),
                        row.getInt("measured"),
                        row.getLong("seconds")))
                .list();
    }

    /** The latest first. */
    public Slice<Asked> list(
            String government, YearMonth from, YearMonth until, @Nullable String unit, int page, int size) {
        record Line(CompletedWorkItem item, String unitName, int time, @Nullable Integer seconds) {}
        List<Line> lines = over(
                        government,
                        from,
                        until,
                        unit,
                        """
                        select c.*, u.name as unit_name
                        %s order by c.completed_at desc, c.id limit :size offset :skip"""
                                .formatted(OF))
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new Line(
                        CompletedWorkItem.of(row),
                        row.getString("unit_name"),
                        row.getInt("time_asked"),
                        row.getObject("seconds", Integer.class)))
                .list();
        Map<String, Subject> described = subjects.describe(
                lines.stream().map(line -> line.item().asWorkItem()).toList());
        List<Asked> items = lines.stream()
                .map(line -> new Asked(
                        line.item(), described.get(line.item().id()), line.unitName(), line.time(), line.seconds()))
                .toList();
        long total = over(government, from, until, unit, "select count(*) " + OF)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    /** At one aggregate's process, by one step, whichever unit it was asked of. */
    public Repeated at(String businessKey, String step) {
        return jdbc.sql(
                        """
                        select count(*) as times, count(seconds) as measured, coalesce(sum(seconds), 0) as seconds
                        from completed_work_item where business_key = ? and step = ? and unit is not null""")
                .params(businessKey, step)
                .query(Repeated.class)
                .single();
    }

    /** The person's latest act at the process was undone: what is taken back was not asked of the unit. */
    public void takeBack(String businessKey, String username) {
        jdbc.sql(
                        """
                        update completed_work_item set unit = null where id = (
                            select id from completed_work_item where business_key = ? and completed_by = ?
                            order by completed_at desc limit 1)""")
                .params(businessKey, username)
                .update();
    }

    private static long fullMinutes(long seconds) {
        return (seconds + 59) / 60;
    }

    private JdbcClient.StatementSpec over(
            String government, YearMonth from, YearMonth until, @Nullable String unit, String sql) {
        return jdbc.sql(sql)
                .param("government", government)
                .param("from", begin(from))
                .param("until", begin(until.plusMonths(1)))
                .param("unit", unit);
    }

    private Timestamp begin(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(clock.getZone()).toInstant());
    }
}
