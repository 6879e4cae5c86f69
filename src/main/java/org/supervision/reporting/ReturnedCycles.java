package org.supervision.reporting;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.workflow.ReturnedWork;

/** Cycles whose report is with its unit again, or with its reviewers once more after that. */
@Component
class ReturnedCycles implements ReturnedWork {

    private final JdbcClient jdbc;

    ReturnedCycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<String> businessKeys(String government) {
        return jdbc.sql(
                        """
                        select c.id from reporting_cycle c
                        where c.government = ? and c.state <> 'CLOSED' and (c.returned or exists (
                            select from review r
                            where r.cycle_id = c.id and r.decision = 'RETURN' and r.undone_at is null))""")
                .param(government)
                .query(String.class)
                .list();
    }
}
