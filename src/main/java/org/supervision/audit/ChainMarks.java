package org.supervision.audit;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a chain apart from its seals and entries, in other places each.
 *
 * @param head {@code null} while nothing is sealed
 * @param removed the last seal that was removed for its age; {@code null} if none was
 * @param added entries that were ever added to the chain
 * @param noted hashes at positions, as other chains have told them
 */
record ChainMarks(@Nullable ChainHead head, @Nullable Removal removed, long added, NavigableMap<Long, Note> noted) {

    static final ChainMarks NONE = new ChainMarks(null, null, 0, new TreeMap<>());

    /**
     * The end of a beginning that was removed.
     *
     * @param youngest instant which nothing that was removed may be younger than
     * @param told whether an entry of the chain says the same
     */
    record Removal(ChainHead last, Instant youngest, boolean told) {}

    /** How far a chain reached at an instant. */
    record Note(String hash, Instant at) {}

    /** Something was removed that was not old enough, or nobody has told. */
    boolean wronglyRemoved() {
        return removed != null
                && (!removed.told()
                        || removed.last().sealedAt().isAfter(removed.youngest())
                        || noted.headMap(removed.last().position()).values().stream()
                                .anyMatch(note -> note.at().isAfter(removed.youngest())));
    }
}
