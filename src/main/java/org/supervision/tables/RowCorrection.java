package org.supervision.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes on a row; what is not mentioned stays.
 *
 * @param values new values by field name of {@link org.supervision.tables.read.RowValues}; a list replaces the whole
 *     list, a unit is named or given by its code
 * @param skip whether the row is left out; null leaves it as it is
 * @param sameKeyTask says that the row means the key task stored under its number, however different the goals read
 * @param unitGroups for phrases of the document, such as a group the row names as partner, the units they stand for, each
 *     by code or name; none leaves the phrase as text. Holds for the whole document and is remembered on confirmation
 * @param unitAliases for names of the document, the unit whose other or former name it is, by code or name; likewise
 */
public record RowCorrection(
        Map<String, @Nullable Object> values,
        @Nullable Boolean skip,
        boolean sameKeyTask,
        Map<String, List<String>> unitGroups,
        Map<String, String> unitAliases) {

    public static RowCorrection ofValues(Map<String, @Nullable Object> values) {
        return new RowCorrection(values, null, false, Map.of(), Map.of());
    }

    public static RowCorrection skip(boolean skip) {
        return new RowCorrection(Map.of(), skip, false, Map.of(), Map.of());
    }

    /** Takes the row over into the key task of its number, with these values. */
    public static RowCorrection sameKeyTask(Map<String, @Nullable Object> values) {
        return new RowCorrection(values, false, true, Map.of(), Map.of());
    }

    public static RowCorrection unitGroup(String text, List<String> units) {
        return new RowCorrection(Map.of(), null, false, Map.of(text, units), Map.of());
    }

    public static RowCorrection unitAlias(String name, String unit) {
        return new RowCorrection(Map.of(), null, false, Map.of(), Map.of(name, unit));
    }
}
