package org.supervision.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.Quarter;

/**
 * Units quarter by quarter. What a round came to is kept once it has closed, and read however far back; a round that is open
 * is counted from its cycles, so that acts on it cost nothing here.
 */
@Repository
class UnitQuarters {

    private static final String COLUMNS =
            CycleFigure.KEPT.stream().map(CycleFigure::column).collect(Collectors.joining(", "));

    private static final String COUNTED = CycleFigure.KEPT.stream()
            .map(figure -> "count(*) filter (where %s) as %s".formatted(figure.condition(), figure.column()))
            .collect(Collectors.joining(",\n    "));

    private static final String COUNT =
            """
            select r.government, r.year, r.quarter, c.lead_unit as unit, c.round_id,
                %s, coalesce(sum(v.returns), 0) as returns
            %s %s
            group by r.government, r.year, r.quarter, c.lead_unit, c.round_id"""
                    .formatted(COUNTED, CycleSql.FROM, CycleSql.WHERE);

    private static final String NAMED = "select q.*, u.name from (%s) q join org_unit u on u.code = q.unit";

    private static final String RECOUNT =
            "insert into unit_quarter (government, year, quarter, unit, round_id, %s, returns)\n%s"
                    .formatted(COLUMNS, COUNT);

    private static final String KEPT = NAMED.formatted(
            """
            select * from unit_quarter
            where government = :government and (year, quarter) >= (:fromYear, :fromQuarter)
              and (year, quarter) <= (:toYear, :toQuarter) and (:unit::text is null or unit = :unit)""");

    private static final String OPEN =
            """
            select id from reporting_round
            where government = :government and state = 'OPEN' and (year, quarter) >= (:fromYear, :fromQuarter)
              and (year, quarter) <= (:toYear, :toQuarter)""";

    private final JdbcClient jdbc;
    private final CycleSql cycles;

    UnitQuarters(JdbcClient jdbc, CycleSql cycles) {
        this.jdbc = jdbc;
        this.cycles = cycles;
    }

    /** Quarters between the two, with them: each as it was kept, or as it stands now. */
    List<UnitQuarter> between(String government, Quarter from, Quarter to, @Nullable String unit) {
        List<UnitQuarter> found = new ArrayList<>(kept(government, from, to, unit));
        List<String> open =
                within(OPEN, government, from, to).query(String.class).list();
        if (!open.isEmpty()) {
            found.addAll(count(new CycleScope(open, unit, null, false)));
        }
        return found;
    }

    /** Only what has been kept. */
    List<UnitQuarter> kept(String government, Quarter from, Quarter to, @Nullable String unit) {
        return within(KEPT, government, from, to)
                .param("unit", unit)
                .query((row, n) -> unitQuarter(row))
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, String government, Quarter from, Quarter to) {
        return jdbc.sql(sql)
                .param("government", government)
                .param("fromYear", from.year())
                .param("fromQuarter", from.number())
                .param("toYear", to.year())
                .param("toQuarter", to.number());
    }

    /** The units of a scope as they stand now. */
    List<UnitQuarter> count(CycleScope scope) {
        return cycles.over(scope, NAMED.formatted(COUNT))
                .query((row, n) -> unitQuarter(row))
                .list();
    }

    /**
     * Keeps what a round came to, unless it is open; whoever recounts the same round at the same time waits, and then sees
     * what this transaction did.
     */
    void recount(String roundId) {
        boolean closed = jdbc.sql(
                        """
                        select id from reporting_round where id = ? and state in ('CLOSED', 'PUBLISHED')
                        for no key update""")
                .param(roundId)
                .query(String.class)
                .optional()
                .isPresent();
        if (closed) {
            jdbc.sql("delete from unit_quarter where round_id = ?")
                    .param(roundId)
                    .update();
            cycles.over(CycleScope.of(roundId, null, null), RECOUNT).update();
        }
    }

    /** The same for the round of a cycle. */
    void recountOf(String cycleId) {
        jdbc.sql(
                        """
                        select r.id from reporting_cycle c join reporting_round r on r.id = c.round_id
                        where c.id = ? and r.state in ('CLOSED', 'PUBLISHED')""")
                .param(cycleId)
                .query(String.class)
                .optional()
                .ifPresent(this::recount);
    }

    private static UnitQuarter unitQuarter(ResultSet row) throws SQLException {
        Map<CycleFigure, Integer> figures = new EnumMap<>(CycleFigure.class);
        for (CycleFigure figure : CycleFigure.KEPT) {
            figures.put(figure, row.getInt(figure.column()));
        }
        return new UnitQuarter(
                row.getString("round_id"),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                row.getString("unit"),
                row.getString("name"),
                new Tally(figures, row.getInt("returns")));
    }
}
