package org.supervision.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The last seal of a chain, kept apart from the seals. */
public record ChainHead(long position, String algorithm, String hash, Instant sealedAt) {

    static ChainHead of(ResultSet row) throws SQLException {
        return new ChainHead(
                row.getLong("position"),
                row.getString("algorithm"),
                row.getString("hash"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
