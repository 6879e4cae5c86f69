package org.supervision.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundState;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/** The rounds of a government, without counting what is in them. */
@Repository
public class RoundLines {

    /** A round with its dates. */
    public record RoundLine(
            String id,
            Quarter quarter,
            RoundState state,
            RoundOrigin origin,
            LocalDate opensOn,
            LocalDate reportDueOn,
            LocalDate closesOn) {

        /** Whether it was run here, so that it is known when something came. */
        public boolean isLive() {
            return origin == RoundOrigin.LIVE;
        }
    }

    private final JdbcClient jdbc;

    RoundLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have begun, newest quarter first. */
    public List<RoundLine> of(String government) {
        return jdbc.sql(
                        """
                        select * from reporting_round where government = ? and state <> 'PLANNED'
                        order by year desc, quarter desc""")
                .param(government)
                .query((row, n) -> line(row))
                .list();
    }

    /** @throws DomainException not found, also where it is another government's */
    public RoundLine find(String government, String id) {
        return jdbc.sql("select * from reporting_round where id = ? and government = ?")
                .params(id, government)
                .query((row, n) -> line(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
    }

    private static RoundLine line(ResultSet row) throws SQLException {
        return new RoundLine(
                row.getString("id"),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                RoundState.valueOf(row.getString("state")),
                RoundOrigin.valueOf(row.getString("origin")),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("report_due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class));
    }
}
