package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the numbers of issue: without gap for each government, kind and calendar year. */
@Component
class SlipNumbers {

    private static final String DRAW =
            """
            insert into slip_number (government, kind, year, last) values (?, ?, ?, 1)
            on conflict (government, kind, year) do update set last = slip_number.last + 1
            returning last
            """;

    private final JdbcClient jdbc;

    SlipNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A roll-back returns it, so that no number is missing. */
    int next(String government, SlipKind kind, int year) {
        return jdbc.sql(DRAW)
                .params(government, kind.name(), year)
                .query(Integer.class)
                .single();
    }

    /** Draws the next number for a slip that has been written down, and issues it, in one statement. */
    void issue(String slipId, String government, SlipKind kind, int year, Instant now) {
        jdbc.sql("with drawn as (" + DRAW
                        + ") update slip set year = ?, number = drawn.last, issued_at = ? from drawn where id = ?")
                .params(government, kind.name(), year, year, Timestamp.from(now), slipId)
                .update();
    }
}
