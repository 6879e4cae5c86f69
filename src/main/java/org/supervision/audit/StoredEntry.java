package org.supervision.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as it is stored, which is what its seal vouches for.
 *
 * @param changes JSON
 * @param origin address of the caller, {@code null} where nobody called and in entries from before it was kept
 */
record StoredEntry(
        long id,
        @Nullable String government,
        Instant at,
        String actor,
        @Nullable String actorName,
        String act,
        String objectType,
        String objectId,
        String changes,
        @Nullable String origin) {

    StoredEntry(
            long id,
            @Nullable String government,
            Instant at,
            String actor,
            @Nullable String actorName,
            String act,
            String objectType,
            String objectId,
            String changes) {
        this(id, government, at, actor, actorName, act, objectType, objectId, changes, null);
    }

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("id"),
                row.getString("government"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("changes"),
                row.getString("origin"));
    }
}
