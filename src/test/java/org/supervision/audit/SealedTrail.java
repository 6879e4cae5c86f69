package org.supervision.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supervision.audit.ChainMarks.Note;
import org.supervision.audit.ChainMarks.Removal;

/** The tables of one chain in memory, with everything an owner of the database could do to them. */
class SealedTrail {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    final Random random;
    final Map<Long, StoredEntry> entries = new TreeMap<>();
    final List<Seal> seals = new ArrayList<>();
    final TreeSet<Long> waiting = new TreeSet<>();

    /** What other chains tell of this one. */
    final NavigableMap<Long, Note> noted = new TreeMap<>();

    @Nullable
    ChainHead head;

    @Nullable
    Removal removed;

    long added;

    SealedTrail(Random random, int size) {
        this.random = random;
        long id = random.nextInt(1000);
        for (int i = 0; i < size; i++) {
            id += 1 + random.nextInt(4);
            add(entry(id, i));
            if (random.nextInt(5) == 0) {
                // One transaction that ended late: its lower id comes after.
                add(entry(id - 1, i));
            }
            if (random.nextInt(3) == 0) {
                seal();
            }
        }
        seal();
    }

    /** As the database adds it. */
    void add(StoredEntry entry) {
        if (entries.putIfAbsent(entry.id(), entry) == null) {
            waiting.add(entry.id());
            added++;
        }
    }

    StoredEntry entry(long id, int seconds) {
        return new StoredEntry(
                id,
                "city",
                START.plusSeconds(seconds),
                "officer" + random.nextInt(3),
                random.nextBoolean() ? "Zhang" : null,
                "submit-report",
                "reporting-cycle",
                "c-" + random.nextInt(20),
                "{\"progress\": {\"before\": null, \"after\": \"%d\"}}".formatted(random.nextInt(100)),
                random.nextBoolean() ? "10.0.0." + random.nextInt(5) : null);
    }

    private void seal() {
        SealAlgorithm algorithm = random.nextInt(4) == 0 ? SealAlgorithm.SM3 : SealAlgorithm.SHA_256;
        for (long id : waiting) {
            Seal seal = Seal.of(
                    Objects.requireNonNull(entries.get(id)),
                    "city",
                    head == null ? 1 : head.position() + 1,
                    head == null ? Seal.NOTHING_BEFORE : head.hash(),
                    algorithm,
                    START.plusSeconds(1000 + seals.size()));
            seals.add(seal);
            head = new ChainHead(seal.position(), seal.algorithm(), seal.hash(), seal.sealedAt());
        }
        waiting.clear();
        if (head != null && random.nextInt(3) == 0) {
            note();
        }
    }

    void note() {
        ChainHead reached = Objects.requireNonNull(head);
        noted.put(reached.position(), new Note(reached.hash(), reached.sealedAt()));
    }

    /** As if nothing had ever been after the seals that are left; the number of entries as well where it is asked for. */
    void pretendTheEnd(boolean alsoOfEntries) {
        if (seals.isEmpty()) {
            head = null;
        } else {
            Seal end = seals.get(seals.size() - 1);
            head = new ChainHead(end.position(), end.algorithm(), end.hash(), end.sealedAt());
        }
        if (alsoOfEntries) {
            added = seals.size() + waiting.size();
        }
    }

    /** As the database would give the rows. */
    ChainState verify() {
        ChainCheck check = new ChainCheck("city", new ChainMarks(head, removed, added, noted));
        seals.stream()
                .sorted(Comparator.comparing(Seal::position))
                .forEach(seal -> check.next(seal, entries.get(seal.entryId())));
        TreeSet<Long> without = new TreeSet<>(entries.keySet());
        without.addAll(waiting);
        seals.forEach(seal -> without.remove(seal.entryId()));
        without.forEach(id -> check.unsealed(id, entries.containsKey(id), waiting.contains(id)));
        return check.end();
    }

    /** So many more wait for their seal. */
    void wait(int count) {
        for (int i = 0; i < count; i++) {
            add(entry(freshId(), i));
        }
    }

    long anyThatWaits() {
        return List.copyOf(waiting).get(random.nextInt(waiting.size()));
    }

    int any() {
        return random.nextInt(seals.size());
    }

    /** Another one than that. */
    int other(int one) {
        int other = random.nextInt(seals.size() - 1);
        return other < one ? other : other + 1;
    }

    StoredEntry entryOf(int seal) {
        return Objects.requireNonNull(entries.get(seals.get(seal).entryId()));
    }

    void change(int seal, UnaryOperator<Seal> change) {
        seals.set(seal, change.apply(seals.get(seal)));
    }

    /** Moves the positions from one on, so that no gap is left or there is room for one more. */
    void shift(int from, long by) {
        for (int i = from; i < seals.size(); i++) {
            change(i, seal -> at(seal, seal.position() + by));
        }
    }

    static Seal at(Seal seal, long position) {
        return new Seal(seal.chain(), position, seal.entryId(), seal.algorithm(), seal.hash(), seal.sealedAt());
    }

    static Seal of(Seal seal, long entryId) {
        return new Seal(seal.chain(), seal.position(), entryId, seal.algorithm(), seal.hash(), seal.sealedAt());
    }

    long freshId() {
        long id;
        do {
            id = random.nextInt(2000);
        } while (entries.containsKey(id));
        return id;
    }

    /** A seal that really follows the one before it. */
    Seal forged(int at, StoredEntry entry) {
        Optional<Seal> before = at == 0 ? Optional.empty() : Optional.of(seals.get(at - 1));
        return Seal.of(
                entry,
                "city",
                at + 1,
                before.map(Seal::hash).orElse(Seal.NOTHING_BEFORE),
                SealAlgorithm.SHA_256,
                START.plusSeconds(1000));
    }
}
