package org.supervision.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.RosterEntry;

/**
 * A list of people on its way in.
 *
 * @param counts what came of it, once it is confirmed
 */
public record Roster(
        String id,
        String government,
        String fileName,
        String sha256,
        ImportState state,
        List<Row> rows,
        String createdBy,
        String createdByName,
        Instant createdAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable Counts counts) {

    /** How many rows made somebody an account, changed something, changed nothing, or were left out. */
    public record Counts(int created, int changed, int unchanged, int skipped) {}

    /**
     * One row as it is written, and as a person has corrected it.
     *
     * @param corrected null while nobody has
     */
    public record Row(int ordinal, RosterEntry source, @Nullable Correction corrected, boolean skipped) {

        /** What counts: the texts as written until somebody has corrected them. */
        public Correction values() {
            return corrected == null
                    ? new Correction(
                            source.name(),
                            null,
                            RosterEntry.role(source.post()).map(Enum::name).orElse(null),
                            source.username(),
                            source.phone(),
                            source.mail())
                    : corrected;
        }
    }

    /**
     * A row's values as a person wants them.
     *
     * @param unit code; {@code null} means the unit that is written
     * @param role name of a role, {@code null} if none is known
     */
    public record Correction(
            String name, @Nullable String unit, @Nullable String role, String username, String phone, String mail) {}

    public boolean isDraft() {
        return state == ImportState.DRAFT;
    }
}
