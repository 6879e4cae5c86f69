package org.supervision.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module adds to the archive of a year: one table of what happened, as a query. Declared as a bean by the module
 * that owns what is read; {@code tables} reads and writes it.
 *
 * @param name key of the register's name
 * @param query a column of text for each column of the register, narrowed by {@code :government} and {@code :year}
 */
public record YearRegister(String name, String query, List<Column> columns) {

    /** Renders an instant of a query in the time of the office. */
    public static String moment(String column) {
        return "to_char(" + column + " at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')";
    }

    /**
     * One column.
     *
     * @param key of its heading
     * @param words prefix of the keys of its values; of changes that of {@code field.} and {@code value.}; {@code null} for texts
     * @param kind how people see it; machines get every column as it is
     */
    public record Column(String key, @Nullable String words, Kind kind) {

        /** How a column is shown to people. */
        public enum Kind {
            OWN,
            /** On a line of its own in the cell of the column before. */
            JOINED,
            /** Changes by field, {@code {"before": …, "after": …}} each: a line for each. */
            CHANGES
        }

        public Column(String key, @Nullable String words) {
            this(key, words, Kind.OWN);
        }

        public static Column text(String key) {
            return new Column(key, null);
        }

        /** The same in the cell of the column before it. */
        public Column joined() {
            return new Column(key, words, Kind.JOINED);
        }
    }
}
