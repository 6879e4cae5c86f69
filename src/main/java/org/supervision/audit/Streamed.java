package org.supervision.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads row by row inside a transaction, however many there are. */
final class Streamed {

    /** Rows that are fetched at once. */
    private static final int FETCHED = 1000;

    private Streamed() {}

    static NamedParameterJdbcTemplate from(DataSource dataSource) {
        JdbcTemplate rows = new JdbcTemplate(dataSource);
        rows.setFetchSize(FETCHED);
        return new NamedParameterJdbcTemplate(rows);
    }
}
