package org.supervision.tables.read;

import java.util.Map;
import java.util.Optional;

/**
 * How the heads of columns are understood: as a person of the government said, else by their synonyms.
 *
 * @param said the column of each head that somebody has spoken about, by its key; empty if it is not read
 */
public record HeaderNames(Map<String, Optional<Column>> said) {

    /** Nothing but the synonyms. */
    public static final HeaderNames KNOWN = new HeaderNames(Map.of());

    public HeaderNames {
        said = Map.copyOf(said);
    }

    /** What heads have in common that differ in white space and widths of characters only. */
    public static String key(String head) {
        return Texts.key(head);
    }

    /** The column with this head; empty if it is unknown or not to be read. */
    public Optional<Column> columnOf(String head) {
        return said.isEmpty() ? Column.headedBy(head) : said.getOrDefault(key(head), Column.headedBy(head));
    }

    boolean isSaid(String head) {
        return !said.isEmpty() && said.containsKey(key(head));
    }
}
