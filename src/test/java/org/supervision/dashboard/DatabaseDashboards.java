package org.supervision.dashboard;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.workflow.AskedWork.UnitMonth;
import org.supervision.workflow.DatabaseAskedWork;

/** The dashboards' queries on a database of choice. */
public final class DatabaseDashboards {

    private final RoundLines rounds;
    private final Dashboards dashboards;
    private final UnitBurdens burdens;

    public DatabaseDashboards(JdbcClient database, WorkingDays workingDays, Clock clock) {
        CycleSql cycles = new CycleSql(database, clock);
        rounds = new RoundLines(database);
        dashboards = new Dashboards(
                database, rounds, new UnitQuarters(database, cycles), new RoundFlows(cycles, workingDays));
        burdens = new UnitBurdens(DatabaseAskedWork.of(database, clock));
    }

    /** All queries of the office's page about the latest round. */
    public RoundDashboard office(CurrentUser officer) {
        return dashboards.of(rounds.of(officer.requiredGovernment()).get(0), officer, null, false);
    }

    /** All queries of a unit's page. */
    RoundDashboard unit(CurrentUser reader, String unit) {
        return dashboards.of(rounds.of(reader.requiredGovernment()).get(0), reader, unit, false);
    }

    /** All queries of the page of a leader in charge. */
    RoundDashboard inCharge(CurrentUser leader) {
        dashboards.isInCharge(leader, PastCycles.OPEN_YEAR);
        return dashboards.of(rounds.of(leader.requiredGovernment()).get(0), leader, null, true);
    }

    /** How many units were asked for anything in the open year; all queries of the card and of its list. */
    long asked(CurrentUser officer) {
        burdens.list(PastCycles.OPEN_YEAR, 7, officer, "planb-u003", 0, 100);
        return burdens.ofYear(PastCycles.OPEN_YEAR, officer, null).stream()
                .map(UnitMonth::unit)
                .distinct()
                .count();
    }

    YearDashboard year(CurrentUser officer) {
        return dashboards.ofYear(PastCycles.OPEN_YEAR, officer, null);
    }
}
