package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of people as a document has it: who is in it, what its columns are read as, and what is left out.
 *
 * @param entries none if nobody has said yet which column holds the names
 */
public record ReadRoster(List<RosterEntry> entries, List<HeadedColumn> columns, List<LeftOut> leftOut) {

    public ReadRoster {
        entries = List.copyOf(entries);
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }

    /** Why something of a roster is not read; the text for people has the key {@code tables.roster.left.<code>}. */
    public enum Reason {
        UNKNOWN_COLUMN,
        SERIAL_NUMBER,
        COLUMN_TWICE,
        NO_POSTS_IN_COLUMN,
        AS_SAID,
        ABOVE_HEADS,
        HEADS_AGAIN,
        HEADING,
        NOBODY_NAMED,
        NO_HEADS
    }

    /**
     * A column.
     *
     * @param key what a person says of the column is kept by it
     * @param head empty if it has none
     * @param ordinal from 1
     * @param use what it is read as; {@code null} if it is left out, with the reason
     * @param examples what its first cells say
     */
    public record HeadedColumn(
            String key,
            String head,
            int ordinal,
            @Nullable PersonColumn use,
            @Nullable Reason reason,
            List<String> examples) {}

    /** A row of which nobody comes, with its texts. */
    public record LeftOut(SourcePosition position, String text, Reason reason) {}
}
