package org.supervision.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** Lamps of key tasks, quarter by quarter. */
@Component
class LampHistory implements KeyTaskLamps {

    private static final String FROM =
            """
            from reporting_cycle c
            join reporting_round r on r.id = c.round_id
            left join progress_report p on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
            """;

    private final JdbcClient jdbc;

    LampHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<QuarterLamp>> lastFour(Collection<String> keyTasks) {
        Map<String, List<QuarterLamp>> lamps = new LinkedHashMap<>();
        if (!keyTasks.isEmpty()) {
            jdbc.sql(
                            """
                            select key_task_id, year, quarter, lamp from (
                                select c.key_task_id, r.year, r.quarter, %s as lamp,
                                    row_number() over (
                                        partition by c.key_task_id order by r.year desc, r.quarter desc) as back
                                %s where c.key_task_id = any(?)) latest
                            where back <= 4 order by key_task_id, back desc"""
                                    .formatted(LampSql.OF_CYCLE, FROM))
                    .param(keyTasks.toArray(String[]::new))
                    .query(row -> {
                        lamps.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(new QuarterLamp(
                                        new Quarter(row.getInt(2), row.getInt(3)), Lamp.valueOf(row.getString(4))));
                    });
        }
        return lamps;
    }

    @Override
    public List<String> standing(String government, @Nullable Integer year, Lamp lamp) {
        return jdbc.sql(
                        """
                        select key_task_id from (
                            select distinct on (c.key_task_id) c.key_task_id, %s as lamp
                            %s where r.government = :government and (:year::int is null or r.year = :year)
                            order by c.key_task_id, r.year desc, r.quarter desc) latest
                        where lamp = :lamp"""
                                .formatted(LampSql.OF_CYCLE, FROM))
                .param("government", government)
                .param("year", year)
                .param("lamp", lamp.name())
                .query(String.class)
                .list();
    }
}
