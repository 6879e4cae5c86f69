package org.supervision.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was doubtful about the reports that stand when they were submitted; for lists. */
@Repository
public class StandingDoubts {

    private final JdbcClient jdbc;

    StandingDoubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the rules, by id of the cycle; cycles without any are absent. */
    public Map<String, List<CheckRule>> of(Collection<String> cycles) {
        Map<String, List<CheckRule>> doubts = new LinkedHashMap<>();
        if (!cycles.isEmpty()) {
            jdbc.sql(
                            """
                            select d.cycle_id, d.rule from report_doubt d
                            join reporting_cycle c on c.id = d.cycle_id and c.report_version = d.version
                            where c.id = any(?)""")
                    .param(cycles.toArray(String[]::new))
                    .query(row -> {
                        doubts.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(CheckRule.valueOf(row.getString(2)));
                    });
        }
        doubts.values().forEach(rules -> rules.sort(null));
        return doubts;
    }
}
