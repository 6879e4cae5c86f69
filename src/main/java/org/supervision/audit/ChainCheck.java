package org.supervision.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.audit.Difference.Kind;

/**
 * Recomputes one chain from its rows, which come one after the other and are not kept: first the seals in the order of
 * their positions, each with its entry, then the entries without a seal.
 */
final class ChainCheck {

    private final String chain;
    private final ChainMarks marks;
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

    private final FurtherDifferences further = new FurtherDifferences();

    private @Nullable Long lost;
    private @Nullable Long loose;
    private long sealed;
    private long unsealed;
    private long furthest;

    ChainCheck(String chain, ChainMarks marks) {
        this.chain = chain;
        this.marks = marks;
        head = marks.head();
        removed = marks.removed() == null ? 0 : marks.removed().last().position();
        if (marks.removed() != null) {
            position = removed;
            hash = marks.removed().last().hash();
            last = marks.removed().last();
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
                further.next(seal, entry);
                return;
            }
            hashBefore = hash;
            hash = seal.hash();
            position = seal.position();
            last = head(seal);
            lastEntry = seal.entryId();
            return;
        }
        further.next(seal, entry);
        if (difference.kind() == Kind.CHANGED && entry != null && suspect != null) {
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
            ChainMarks.Note noted = marks.noted().get(seal.position());
            return noted == null || noted.hash().equals(seal.hash())
                    ? null
                    : new Difference(Kind.CHANGED, seal.position(), seal.entryId());
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
        if (!present) {
            further.add(new Difference(Kind.MISSING, null, entryId));
            lost = lost == null ? Long.valueOf(entryId) : lost;
        } else if (!waits) {
            further.add(new Difference(Kind.INSERTED, null, entryId));
            loose = loose == null ? Long.valueOf(entryId) : loose;
        }
    }

    ChainState end() {
        Difference first = whole();
        return new ChainState(
                chain.equals(Seal.OF_INSTALLATION) ? null : chain,
                removed,
                sealed + unsealed,
                sealed,
                unsealed,
                head,
                first == null ? List.of() : further.after(first),
                first == null ? 0 : further.countAfter(first));
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
        if (!marks.noted().isEmpty() && marks.noted().lastKey() > position) {
            return new Difference(Kind.TRUNCATED, position + 1, loose);
        }
        if (marks.wronglyRemoved()) {
            return new Difference(Kind.WRONGLY_REMOVED, removed, null);
        }
        if (lost != null) {
            return new Difference(Kind.MISSING, null, lost);
        }
        if (loose != null) {
            return new Difference(Kind.INSERTED, null, loose);
        }
        long more = position + unsealed - marks.added();
        return more == 0 ? null : new Difference(more < 0 ? Kind.MISSING : Kind.INSERTED, null, null);
    }

    private static ChainHead head(Seal seal) {
        return new ChainHead(seal.position(), seal.algorithm(), seal.hash(), seal.sealedAt());
    }
}
