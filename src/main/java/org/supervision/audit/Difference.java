package org.supervision.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a chain is not what was sealed. That something is different is certain; what was done, is told by what is found.
 *
 * @param position in the chain; {@code null} for an entry that has no seal
 * @param entryId {@code null} if it is not known any more; both, if only the number of entries is another
 */
public record Difference(Kind kind, @Nullable Long position, @Nullable Long entryId) {

    /** What looks to have been done. */
    public enum Kind {
        /** An entry or its seal is another than was sealed. */
        CHANGED,
        /** An entry or its seal is gone. */
        MISSING,
        /** There is an entry or a seal more, past the way entries are added. */
        INSERTED,
        /** An entry stands where another one stood. */
        REORDERED,
        /** The last seals are gone. */
        TRUNCATED,
        /** The seals follow one another, but not up to the head that was kept. */
        HEAD_CHANGED,
        /** The beginning is gone without an entry that says so, or before its time. */
        WRONGLY_REMOVED
    }
}
