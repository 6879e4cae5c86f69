package org.supervision.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What verifying a chain has found.
 *
 * @param government {@code null} for the chain of the installation
 * @param removed entries that have been removed for their age
 * @param entries that are there
 * @param sealed entries of these that have a seal
 * @param unsealed entries that have none; the latest may wait for theirs
 * @param head {@code null} while nothing is sealed
 * @param differences the first ones; none if the chain is intact
 * @param differing how many there are
 */
public record ChainState(
        @Nullable String government,
        long removed,
        long entries,
        long sealed,
        long unsealed,
        @Nullable ChainHead head,
        List<Difference> differences,
        long differing) {

    public boolean intact() {
        return differences.isEmpty();
    }

    /** The first one; {@code null} if the chain is intact. */
    public @Nullable Difference difference() {
        return intact() ? null : differences.get(0);
    }
}
