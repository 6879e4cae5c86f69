package org.supervision.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/**
 * What the dashboards show: the office and city leaders whatever they ask for, people of a unit what it leads, administrators
 * nothing.
 */
@Service
@Transactional(readOnly = true)
public class Dashboards {

    /** Quarters before the one that is shown. */
    private static final int BACK = 7;

    private final JdbcClient jdbc;
    private final RoundLines rounds;
    private final UnitQuarters quarters;
    private final RoundFlows flows;

    Dashboards(JdbcClient jdbc, RoundLines rounds, UnitQuarters quarters, RoundFlows flows) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.quarters = quarters;
        this.flows = flows;
    }

    /**
     * @param unit code of the unit whose key tasks alone are wanted; {@code null} for all the reader may see
     * @param inCharge only what the reader is in charge of
     */
    public RoundDashboard of(RoundLine round, CurrentUser reader, @Nullable String unit, boolean inCharge) {
        CycleScope scope = scope(List.of(round.id()), reader, unit, inCharge, false);
        List<UnitQuarter> history = scope.leader() == null
                ? quarters.between(
                        reader.requiredGovernment(), back(round.quarter(), BACK), round.quarter(), scope.unit())
                : List.of();
        return new RoundDashboard(
                round,
                scope,
                history,
                scope.leader() == null
                        ? history.stream()
                                .filter(line -> line.quarter().equals(round.quarter()))
                                .toList()
                        : quarters.count(scope),
                flows.arrivals(scope),
                flows.inHand(scope),
                flows.days(scope),
                flows.returns(scope));
    }

    /** A year with its rounds up to now; what became of each key task goes by its latest cycle. */
    public YearDashboard ofYear(int year, CurrentUser reader, @Nullable String unit) {
        List<RoundLine> ofYear = rounds.of(reader.requiredGovernment()).stream()
                .filter(round -> round.quarter().year() == year)
                .sorted((one, other) -> one.quarter().compareTo(other.quarter()))
                .toList();
        if (ofYear.isEmpty()) {
            throw DomainException.notFound(year);
        }
        CycleScope scope = scope(ofYear.stream().map(RoundLine::id).toList(), reader, unit, false, true);
        return new YearDashboard(
                year,
                ofYear,
                quarters.between(reader.requiredGovernment(), new Quarter(year, 1), new Quarter(year, 4), scope.unit()),
                Tally.sum(quarters.count(scope).stream().map(UnitQuarter::tally).toList()),
                scores(year, reader.requiredGovernment(), scope.unit()));
    }

    private List<YearDashboard.UnitScores> scores(int year, String government, @Nullable String unit) {
        return jdbc.sql(
                        """
                        select l.unit, u.name,
                            coalesce(sum(l.points) filter (where l.quarter = 1), 0)::int as first,
                            coalesce(sum(l.points) filter (where l.quarter = 2), 0)::int as second,
                            coalesce(sum(l.points) filter (where l.quarter = 3), 0)::int as third,
                            coalesce(sum(l.points) filter (where l.quarter = 4), 0)::int as fourth
                        from score_line l join org_unit u on u.code = l.unit
                        where l.government = :government and l.year = :year
                          and (:unit::text is null or l.unit = :unit)
                          and not l.suspended and l.cancelled_at is null
                        group by l.unit, u.name order by sum(l.points), u.name""")
                .param("government", government)
                .param("year", year)
                .param("unit", unit)
                .query(YearDashboard.UnitScores.class)
                .list();
    }

    /** Whether the reader is named as in charge of any key task of the year. */
    public boolean isInCharge(CurrentUser reader, int year) {
        return reader.is(Role.CITY_LEADER)
                && jdbc.sql(
                                """
                                select exists (select from key_task
                                where government = ? and year = ? and leader_in_charge = ?)""")
                        .params(reader.requiredGovernment(), year, reader.username())
                        .query(Boolean.class)
                        .single();
    }

    /** The cycles that a number of the dashboards stands for. */
    CycleScope scope(List<String> rounds, CurrentUser reader, @Nullable String unit, boolean inCharge, boolean latest) {
        return new CycleScope(
                rounds,
                reader.readsWholeGovernment() ? unit : reader.requiredUnit(),
                inCharge && reader.is(Role.CITY_LEADER) ? reader.username() : null,
                latest);
    }

    static Quarter back(Quarter quarter, int by) {
        Quarter earlier = quarter;
        for (int i = 0; i < by; i++) {
            earlier = earlier.previous();
        }
        return earlier;
    }
}
