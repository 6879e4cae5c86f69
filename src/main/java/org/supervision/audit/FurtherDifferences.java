package org.supervision.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.audit.Difference.Kind;

/**
 * What else is not as it was sealed after the first difference of a chain: each seal is held against the one before it as
 * that stands now, so that one change is one difference. The first ones are kept, all are counted.
 */
final class FurtherDifferences {

    static final int MOST = 100;

    private final List<Difference> found = new ArrayList<>();
    private @Nullable Seal before;
    private long count;

    void next(Seal seal, @Nullable StoredEntry entry) {
        if (before != null) {
            compare(before, seal, entry);
        }
        before = seal;
    }

    private void compare(Seal last, Seal seal, @Nullable StoredEntry entry) {
        if (seal.position() > last.position() + 1) {
            add(new Difference(Kind.MISSING, last.position() + 1, null));
        } else if (seal.position() <= last.position()) {
            add(new Difference(Kind.INSERTED, seal.position(), seal.entryId()));
        } else if (entry != null && !seal.isOf(entry, seal.position(), last.hash())) {
            add(new Difference(Kind.CHANGED, seal.position(), seal.entryId()));
        }
        if (entry == null) {
            add(new Difference(Kind.MISSING, seal.position(), seal.entryId()));
        }
    }

    void add(Difference difference) {
        count++;
        if (found.size() < MOST) {
            found.add(difference);
        }
    }

    /** All of them, the first difference before the others; one that is told already is not told again. */
    List<Difference> after(Difference first) {
        List<Difference> all = new ArrayList<>();
        all.add(first);
        found.stream().filter(each -> !each.equals(first)).limit(MOST - 1L).forEach(all::add);
        return List.copyOf(all);
    }

    /** With the first one. */
    long countAfter(Difference first) {
        return 1 + count - (found.contains(first) ? 1 : 0);
    }
}
