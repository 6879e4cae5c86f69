package org.supervision.tables;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.ReadRoster.HeadedColumn;
import org.supervision.tables.read.ReadRoster.LeftOut;
import org.supervision.tables.read.RosterAnswers;
import org.supervision.tables.read.RosterEntry;

/**
 * A list of people on its way in.
 *
 * @param source what its columns are read as, and what of it is not read
 * @param counts what came of it, once it is confirmed
 */
public record Roster(
        String id,
        String government,
        String fileName,
        String sha256,
        ImportState state,
        Source source,
        List<Row> rows,
        String createdBy,
        String createdByName,
        Instant createdAt,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        @Nullable Counts counts) {

    /** What is read of the document and what is not, as it is understood by itself and by what a person said. */
    public record Source(List<HeadedColumn> columns, List<LeftOut> leftOut, RosterAnswers answers) {

        public Source {
            columns = List.copyOf(columns);
            leftOut = List.copyOf(leftOut);
        }

        /** Columns that are not read although something stands in them. */
        public List<HeadedColumn> unread() {
            return columns.stream().filter(column -> column.use() == null).toList();
        }
    }

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
                            source.role().map(Enum::name).orElse(null),
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
