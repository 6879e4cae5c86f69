package org.supervision.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.dashboard.RoundStatistics.Count;
import org.supervision.dashboard.RoundStatistics.UnitCount;
import org.supervision.escalation.ScoreViews;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.LampSql;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;

/** Counts what happens in rounds; the office and the city leaders see all units, others their own. */
@Service
@Transactional(readOnly = true)
public class Statistics {

    private static final String COUNTS =
            """
            select c.lead_unit, u.name, %s as lamp, count(*) as cycles,
                count(*) filter (where c.report_version > c.undone_versions) as reported,
                count(*) filter (where c.outcome = 'APPROVED') as approved,
                count(*) filter (where f.submitted_at <= c.report_due_at) as on_time,
                count(*) filter (where f.submitted_at is not null or c.report_due_at <= :now) as due,
                coalesce(sum(v.returns), 0) as returns
            from reporting_cycle c
            join org_unit u on u.code = c.lead_unit
            left join progress_report p
                on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
            left join lateral (
                select min(e.submitted_at) as submitted_at from progress_report e
                where e.cycle_id = c.id and e.undone_at is null) f on true
            left join lateral (
                select count(*) as returns from review w
                where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null) v on true
            where c.round_id = :round and (:all or c.lead_unit = :ownUnit)
            group by c.lead_unit, u.name, 3 order by u.name, c.lead_unit"""
                    .formatted(LampSql.OF_CYCLE);

    private record Row(
            String leadUnit,
            String name,
            Lamp lamp,
            int cycles,
            int reported,
            int approved,
            int onTime,
            int due,
            int returns) {}

    private final JdbcClient jdbc;
    private final RoundViews rounds;
    private final ScoreViews scores;
    private final Clock clock;

    Statistics(JdbcClient jdbc, RoundViews rounds, ScoreViews scores, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.scores = scores;
        this.clock = clock;
    }

    /** @throws DomainException not found, also where the reader may not know that the round exists */
    public RoundStatistics of(String roundId, CurrentUser reader) {
        RoundView round =
                rounds.find(reader.requiredGovernment(), roundId).orElseThrow(() -> DomainException.notFound(roundId));
        List<Row> rows = jdbc.sql(COUNTS)
                .param("round", roundId)
                .param("now", Timestamp.from(clock.instant()))
                .param("all", reader.readsWholeGovernment())
                .param("ownUnit", reader.unit())
                .query(Row.class)
                .list();
        return new RoundStatistics(roundId, count(rows), units(rows), scores.of(round.quarter(), reader));
    }

    private static List<UnitCount> units(List<Row> rows) {
        List<UnitCount> units = new ArrayList<>();
        rows.stream()
                .map(Row::leadUnit)
                .distinct()
                .map(unit ->
                        rows.stream().filter(row -> row.leadUnit().equals(unit)).toList())
                .forEach(own -> units.add(
                        new UnitCount(own.get(0).leadUnit(), own.get(0).name(), count(own))));
        return units;
    }

    private static Count count(Collection<Row> rows) {
        Map<Lamp, Integer> lamps = new EnumMap<>(Lamp.class);
        rows.forEach(row -> lamps.merge(row.lamp(), row.cycles(), Integer::sum));
        return new Count(
                rows.stream().mapToInt(Row::cycles).sum(),
                rows.stream().mapToInt(Row::reported).sum(),
                rows.stream().mapToInt(Row::approved).sum(),
                rows.stream().mapToInt(Row::onTime).sum(),
                rows.stream().mapToInt(Row::due).sum(),
                rows.stream().mapToInt(Row::returns).sum(),
                lamps);
    }
}
