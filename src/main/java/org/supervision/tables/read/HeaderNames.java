package org.supervision.tables.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the heads of columns are understood: as a person of the government said, else by their synonyms.
 *
 * @param said the column of each head that somebody has spoken about, by its key; empty if it is not read
 * @param seen the column of each head that what stands below tells better than its synonyms, by its key
 * @param thisQuarter the column of heads that speak of the quarter in the title; null if it names none
 */
public record HeaderNames(Map<String, Optional<Column>> said, Map<String, Column> seen, @Nullable Column thisQuarter) {

    private static final Pattern THIS_QUARTER = Words.pattern("this quarter");
    private static final Beginnings OF_THIS_QUARTER = new Beginnings(THIS_QUARTER);
    private static final int LONGEST_OF_QUARTER = 20;

    /** Nothing but the synonyms. */
    public static final HeaderNames KNOWN = new HeaderNames(Map.of());

    public HeaderNames {
        said = Map.copyOf(said);
        seen = Map.copyOf(seen);
    }

    public HeaderNames(Map<String, Optional<Column>> said) {
        this(said, Map.of(), null);
    }

    /** The same, but that columns with these heads hold what stands below says. */
    HeaderNames seeing(Map<String, Column> below) {
        return new HeaderNames(said, below, thisQuarter);
    }

    /** The same in a document whose title names the quarter. */
    HeaderNames in(int quarter) {
        return new HeaderNames(said, seen, Column.QUARTERS.get(quarter - 1));
    }

    private Optional<Column> ofThisQuarter(String head) {
        return thisQuarter != null
                        && mayBeThisQuarter(head)
                        && THIS_QUARTER.matcher(key(head)).matches()
                ? Optional.of(thisQuarter)
                : Optional.empty();
    }

    private static boolean mayBeThisQuarter(String head) {
        return !head.isEmpty() && head.length() <= LONGEST_OF_QUARTER && OF_THIS_QUARTER.ofText(head.charAt(0));
    }

    /** Whether the text may head a column; of most texts it is plain that they do not. */
    boolean mayHead(String text) {
        return !said.isEmpty() || Column.mayHead(text) || mayBeThisQuarter(text);
    }

    /** What heads have in common that differ in white space and widths of characters only. */
    public static String key(String head) {
        return Texts.key(head);
    }

    /** The column with this head; empty if it is unknown or not to be read. */
    public Optional<Column> columnOf(String head) {
        Optional<Column> known = Column.headedBy(head).or(() -> ofThisQuarter(head));
        if (said.isEmpty() && (seen.isEmpty() || known.isEmpty())) {
            return known;
        }
        String key = key(head);
        return said.getOrDefault(key, Optional.ofNullable(seen.get(key)).or(() -> known));
    }

    /** Whether the column with this head holds the numbers of key tasks. */
    public boolean isOfNumbers(String head) {
        return columnOf(head).filter(Column.NUMBER::equals).isPresent();
    }

    /** The same, but that columns with these heads are not read. */
    public HeaderNames without(Collection<String> heads) {
        Map<String, Optional<Column>> all = new HashMap<>(said);
        heads.forEach(head -> all.put(key(head), Optional.empty()));
        return new HeaderNames(all, seen, thisQuarter);
    }

    boolean isSaid(String head) {
        return !said.isEmpty() && said.containsKey(key(head));
    }
}
