package org.supervision.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;
import org.supervision.keytask.SubItemStandings;
import org.supervision.shared.Quarter;

/** What the sub-items of key tasks came to: in the report that stands, or in the parts that are in while there is none. */
@Component
class SubItemHistory implements SubItemStandings {

    private final JdbcClient jdbc;
    private final Readings readings;

    SubItemHistory(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    private record Latest(String id, String leadUnit, int version, Quarter quarter) {}

    @Override
    public Optional<OfQuarter> latest(String keyTask, CurrentUser reader) {
        return jdbc.sql(
                        """
                        select c.id, c.lead_unit, coalesce(p.version, 0), r.year, r.quarter from reporting_cycle c
                        join reporting_round r on r.id = c.round_id
                        left join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.key_task_id = ? order by r.year desc, r.quarter desc limit 1""")
                .param(keyTask)
                .query((row, n) -> new Latest(
                        row.getString(1), row.getString(2), row.getInt(3), new Quarter(row.getInt(4), row.getInt(5))))
                .optional()
                .map(latest -> standing(latest, reader));
    }

    private OfQuarter standing(Latest latest, CurrentUser reader) {
        List<IndicatorReading> measured = latest.version() == 0
                ? readings.ofDraft(latest.id(), Map.of(), Map.of())
                : readings.kept(List.of(latest.id()))
                        .getOrDefault(latest.id(), Map.of())
                        .getOrDefault(latest.version(), List.of());
        // As with the texts: a liaison of a partner sees the own part.
        boolean all =
                reader.readsWholeGovernment() || reader.isOfUnit(latest.leadUnit()) || reader.is(Role.UNIT_LEADER);
        Map<Long, Standing> items = new LinkedHashMap<>();
        Map<Long, Standing> together = new LinkedHashMap<>();
        for (IndicatorReading reading : measured) {
            RollUp parts = reading.rollUp();
            if (parts != null) {
                parts.parts().stream()
                        .filter(part -> all || reader.isOfUnit(part.item().unit()))
                        .forEach(part -> items.put(
                                part.item().id(),
                                new Standing(
                                        part.reading().value(), part.reading().lamp())));
                if (all) {
                    together.put(
                            reading.indicator().id(),
                            new Standing(parts.reported() == 0 ? null : parts.sum(), parts.lamp()));
                }
            }
        }
        return new OfQuarter(latest.quarter(), items, together);
    }
}
