package org.supervision.tables.read;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Role;

/**
 * How a roster is to be read, as a person said.
 *
 * @param read what columns hold, by their keys
 * @param leftOut keys of columns that are not read
 * @param post of the rows that name none
 */
public record RosterAnswers(Map<String, PersonColumn> read, Set<String> leftOut, @Nullable Role post) {

    /** Nobody has said anything. */
    public static final RosterAnswers NONE = new RosterAnswers(Map.of(), Set.of(), null);

    public RosterAnswers {
        read = Map.copyOf(read);
        leftOut = Set.copyOf(leftOut);
    }
}
