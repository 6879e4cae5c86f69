package org.supervision.audit;

import org.jspecify.annotations.Nullable;
import org.supervision.audit.Difference.Kind;

/**
 * Recomputes one chain from its rows, which come one after the other and are not kept: first the seals in the order of
 * their positions, each with its entry, then the entries without a seal.
 */
final class ChainCheck {

    private final String chain;
    private final @Nullable ChainHead head;
    private final long removed;

    /** The last seal that was right. */
    private long position;

    private String hash = Seal.NOTHING_BEFORE;
    private @Nullable ChainHead last;
    private @Nullable Long lastEntry;

    /** Of the seal before the last one. */
    private String hashBefore = Seal.NOTHING_BEFORE;

    /** The first seal that was not right, and what it looks like. */
    private @Nullable Seal suspect;

    private @Nullable Difference difference;

    private @Nullable Long lost;
    private @Nullable Long loose;
    private long sealed;
    private long unsealed;
    private long furthest;

    /** @param removed the last seal that was removed for its age; {@code null} if none was */
    ChainCheck(String chain, @Nullable ChainHead head, @Nullable ChainHead removed) {
        this.chain = chain;
        this.head = head;
        this.removed = removed == null ? 0 : removed.position();
        if (removed != null) {
            position = removed.position();
            hash = removed.hash();
            last = removed;
        }
    }

    /** @param entry {@code null} if it is gone */
    void next(Seal seal, @Nullable StoredEntry entry) {
        if (entry != null) {
            sealed++;
        }
        furthest = Math.max(furthest, seal.position());
        if (difference == null) {
            difference = difference(seal, entry);
            if (difference != null) {
                suspect = seal;
                return;
            }
            hashBefore = hash;
            hash = seal.hash();
            position = seal.position();
            last = head(seal);
            lastEntry = seal.entryId();
        } else if (difference.kind() == Kind.CHANGED && entry != null && suspect != null) {
            difference = lookAgain(seal, entry, suspect, difference);
        }
    }

    private @Nullable Difference difference(Seal seal, @Nullable StoredEntry entry) {
        if (seal.position() > position + 1) {
            return new Difference(Kind.MISSING, position + 1, null);
        }
        if (seal.position() <= position) {
            return new Difference(Kind.INSERTED, seal.position(), seal.entryId());
        }
        if (entry == null) {
            return new Difference(Kind.MISSING, seal.position(), seal.entryId());
        }
        if (seal.isOf(entry, position + 1, hash)) {
            return null;
        }
        if (lastEntry != null && seal.isOf(entry, position, hashBefore)) {
            return new Difference(Kind.INSERTED, position, lastEntry);
        }
        return new Difference(Kind.CHANGED, seal.position(), seal.entryId());
    }

    /** What comes later may tell what was done to the first seal that is not right. */
    private Difference lookAgain(Seal seal, StoredEntry entry, Seal first, Difference found) {
        long place = position + 1;
        if (seal.isOf(entry, place, hash) || first.isOf(entry, place, hash)) {
            return new Difference(Kind.REORDERED, place, found.entryId());
        }
        if (seal.position() == place + 1 && seal.isOf(entry, place + 2, first.hash())) {
            return new Difference(Kind.MISSING, place, null);
        }
        return found;
    }

    /**
     * An entry without a seal.
     *
     * @param present whether the entry is there
     * @param waits whether it is known to wait for its seal
     */
    void unsealed(long entryId, boolean present, boolean waits) {
        if (present) {
            unsealed++;
        }
        if (!present && lost == null) {
            lost = entryId;
        }
        if (present && !waits && loose == null) {
            loose = entryId;
        }
    }

    ChainState end() {
        return new ChainState(
                chain.equals(Seal.OF_INSTALLATION) ? null : chain,
                removed,
                sealed + unsealed,
                sealed,
                unsealed,
                head,
                whole());
    }

    private @Nullable Difference whole() {
        long reached = head == null ? 0 : head.position();
        if (difference != null) {
            boolean more = difference.kind() == Kind.REORDERED && furthest > reached;
            return new Difference(
                    more ? Kind.INSERTED : difference.kind(),
                    difference.position(),
                    difference.entryId() == null ? loose : difference.entryId());
        }
        if (position < reached) {
            return new Difference(Kind.TRUNCATED, position + 1, loose);
        }
        if (position > reached) {
            return new Difference(Kind.HEAD_CHANGED, reached, null);
        }
        if (head != null && !head.equals(last)) {
            return new Difference(Kind.HEAD_CHANGED, position, lastEntry);
        }
        if (lost != null) {
            return new Difference(Kind.MISSING, null, lost);
        }
        return loose == null ? null : new Difference(Kind.INSERTED, null, loose);
    }

    private static ChainHead head(Seal seal) {
        return new ChainHead(seal.position(), seal.algorithm(), seal.hash(), seal.sealedAt());
    }
}
