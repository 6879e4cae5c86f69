package org.supervision.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What somebody who owns the database could do to sealed entries and their seals. */
enum Tampering {
    CHANGE_ENTRY(trail -> {
        StoredEntry old = trail.entryOf(trail.any());
        int field = trail.random.nextInt(9);
        String other = trail.random.nextBoolean() ? "x" : "";
        trail.entries.put(
                old.id(),
                new StoredEntry(
                        old.id(),
                        field == 0 ? null : old.government(),
                        field == 1 ? old.at().minusSeconds(1) : old.at(),
                        field == 2 ? other : old.actor(),
                        field == 3 ? other : old.actorName(),
                        field == 4 ? other : old.act(),
                        field == 5 ? other : old.objectType(),
                        field == 6 ? other : old.objectId(),
                        field == 7 ? "{}" : old.changes(),
                        field == 8 ? "10.6.6.6" : old.origin()));
    }),
    CHANGE_ID_OF_ENTRY(trail -> {
        StoredEntry old = trail.entryOf(trail.any());
        trail.entries.remove(old.id());
        long id = trail.freshId();
        trail.entries.put(id, renamed(old, id));
    }),
    CHANGE_SEAL(trail -> trail.change(trail.any(), seal -> {
        int field = trail.random.nextInt(3);
        return new Seal(
                seal.chain(),
                seal.position(),
                seal.entryId(),
                field == 0 ? (seal.algorithm().equals("SM3") ? "SHA-256" : "SM3") : seal.algorithm(),
                field == 1 ? "0" + seal.hash().substring(1, 63) + "x" : seal.hash(),
                field == 2 ? seal.sealedAt().plusSeconds(1) : seal.sealedAt());
    })),
    CHANGE_SEAL_AND_HEAD(trail -> {
        int at = trail.seals.size() - 1;
        trail.change(
                at,
                seal -> new Seal(
                        seal.chain(), seal.position(), seal.entryId(), "SHA-256", "f".repeat(64), seal.sealedAt()));
        trail.head = new ChainHead(
                at + 1, "SHA-256", "f".repeat(64), trail.seals.get(at).sealedAt());
    }),
    DELETE_ENTRY(trail -> trail.entries.remove(trail.entryOf(trail.any()).id())),
    DELETE_SEAL(trail -> trail.seals.remove(trail.any())),
    DELETE_ENTRY_AND_SEAL(trail -> {
        int at = trail.any();
        trail.entries.remove(trail.entryOf(at).id());
        trail.seals.remove(at);
    }),
    DELETE_AND_CLOSE_THE_GAP(trail -> {
        int at = trail.any();
        trail.entries.remove(trail.entryOf(at).id());
        trail.seals.remove(at);
        trail.shift(at, -1);
    }),
    DELETE_AND_CLOSE_THE_GAP_UP_TO_THE_HEAD(trail -> {
        int at = trail.random.nextInt(trail.seals.size() - 1);
        trail.entries.remove(trail.entryOf(at).id());
        trail.seals.remove(at);
        trail.shift(at, -1);
        Seal end = trail.seals.get(trail.seals.size() - 1);
        trail.head = new ChainHead(end.position(), end.algorithm(), end.hash(), end.sealedAt());
    }),
    DELETE_THE_BEGINNING(trail -> {
        int count = 1 + trail.random.nextInt(trail.seals.size() - 1);
        for (int i = 0; i < count; i++) {
            trail.entries.remove(trail.entryOf(0).id());
            trail.seals.remove(0);
        }
        if (trail.random.nextBoolean()) {
            trail.shift(0, -count);
        }
    }),
    REORDER_CONTENTS(trail -> {
        int one = trail.any();
        StoredEntry first = trail.entryOf(one);
        StoredEntry second = trail.entryOf(trail.other(one));
        trail.entries.put(first.id(), renamed(second, first.id()));
        trail.entries.put(second.id(), renamed(first, second.id()));
    }),
    REORDER_ENTRIES_UNDER_SEALS(trail -> {
        int one = trail.any();
        int other = trail.other(one);
        long first = trail.seals.get(one).entryId();
        long second = trail.seals.get(other).entryId();
        trail.change(one, seal -> SealedTrail.of(seal, second));
        trail.change(other, seal -> SealedTrail.of(seal, first));
    }),
    REORDER_SEALS(trail -> {
        int one = trail.any();
        int other = trail.other(one);
        Seal first = trail.seals.get(one);
        Seal second = trail.seals.get(other);
        trail.seals.set(one, SealedTrail.at(second, one + 1));
        trail.seals.set(other, SealedTrail.at(first, other + 1));
    }),
    TRUNCATE_SEALS(trail -> {
        int left = trail.random.nextInt(trail.seals.size());
        trail.seals.subList(left, trail.seals.size()).clear();
    }),
    TRUNCATE_ENTRIES_AND_SEALS(trail -> {
        int left = trail.random.nextInt(trail.seals.size());
        trail.seals.subList(left, trail.seals.size()).forEach(seal -> trail.entries.remove(seal.entryId()));
        trail.seals.subList(left, trail.seals.size()).clear();
    }),
    TRUNCATE_ALL_ENTRIES(trail -> trail.entries.clear()),
    INSERT_ENTRY(trail -> {
        long id = trail.freshId();
        trail.entries.put(id, trail.entry(id, 0));
    }),
    INSERT_ENTRY_AND_SEAL(trail -> {
        long id = trail.freshId();
        StoredEntry entry = trail.entry(id, 0);
        int at = trail.random.nextInt(trail.seals.size() + 1);
        trail.entries.put(id, entry);
        trail.shift(at, 1);
        trail.seals.add(at, trail.forged(at, entry));
    }),
    INSERT_A_SEAL_THAT_FITS_NOTHING(trail -> {
        long id = trail.freshId();
        int at = trail.any();
        trail.entries.put(id, trail.entry(id, 0));
        trail.shift(at, 1);
        trail.seals.add(at, new Seal("city", at + 1, id, "SHA-256", "a".repeat(64), Instant.EPOCH));
    }),
    CHANGE_HEAD(trail -> {
        ChainHead head = trail.head;
        if (head == null) {
            throw new IllegalStateException("Every trail has a head");
        }
        int field = trail.random.nextInt(5);
        trail.head = field == 4
                ? null
                : new ChainHead(
                        field == 0 ? head.position() + (trail.random.nextBoolean() ? 1 : -1) : head.position(),
                        field == 1 ? "SHA-512" : head.algorithm(),
                        field == 2 ? "0".repeat(64) : head.hash(),
                        field == 3 ? head.sealedAt().plusSeconds(1) : head.sealedAt());
    }),
    TRUNCATE_WITH_HEAD(trail -> {
        cutOff(trail, trail.random.nextInt(trail.seals.size()));
        trail.pretendTheEnd(false);
    }),
    /** Only what was noted elsewhere is left to tell. */
    TRUNCATE_WITH_HEAD_AND_COUNT(trail -> {
        trail.note();
        cutOff(trail, trail.random.nextInt(trail.seals.size()));
        trail.pretendTheEnd(true);
    }),
    /** As {@link #TRUNCATE_WITH_HEAD_AND_COUNT}, and other entries come in the place of those. */
    REWRITE_THE_END_WITH_HEAD_AND_COUNT(trail -> {
        trail.note();
        int size = trail.seals.size();
        cutOff(trail, trail.random.nextInt(size));
        while (trail.seals.size() < size) {
            StoredEntry other = trail.entry(trail.freshId(), trail.seals.size());
            trail.entries.put(other.id(), other);
            trail.seals.add(trail.forged(trail.seals.size(), other));
        }
        trail.pretendTheEnd(true);
    }),
    DELETE_THE_BEGINNING_WITH_A_CHECKPOINT(trail -> {
        Seal last = takeTheBeginning(trail);
        trail.removed = checkpoint(last, last.sealedAt().plusSeconds(1), false);
    }),
    DELETE_A_YOUNG_BEGINNING_WITH_A_CHECKPOINT_THAT_IS_TOLD(trail -> {
        Seal last = takeTheBeginning(trail);
        trail.removed = checkpoint(last, last.sealedAt().minusSeconds(1), true);
    }),
    /** The checkpoint says it was old; what was noted before tells that it was not. */
    DELETE_A_NOTED_BEGINNING_WITH_A_CHECKPOINT_THAT_IS_TOLD(trail -> {
        Seal first = trail.seals.get(0);
        trail.noted.put(1L, new ChainMarks.Note(first.hash(), first.sealedAt()));
        trail.entries.remove(trail.seals.remove(0).entryId());
        Seal last = takeTheBeginning(trail);
        Seal older = new Seal("city", last.position(), last.entryId(), last.algorithm(), last.hash(), Instant.EPOCH);
        trail.removed = checkpoint(older, Instant.EPOCH.plusSeconds(1), true);
    }),
    DELETE_WHAT_WAITS(trail -> {
        trail.wait(1 + trail.random.nextInt(5));
        long id = trail.anyThatWaits();
        trail.entries.remove(id);
        trail.waiting.remove(id);
    }),
    DELETE_WHAT_WAITS_BUT_NOT_FROM_THE_QUEUE(trail -> {
        trail.wait(1 + trail.random.nextInt(5));
        trail.entries.remove(trail.anyThatWaits());
    }),
    CHANGE_CHAIN_OF_WHAT_WAITS(trail -> {
        trail.wait(1 + trail.random.nextInt(5));
        trail.waiting.remove(trail.anyThatWaits());
    }),
    INSERT_WHAT_WAITS(trail -> {
        trail.wait(trail.random.nextInt(5));
        long id = trail.freshId();
        trail.entries.put(id, trail.entry(id, 0));
        trail.waiting.add(id);
    }),
    LOWER_COUNT(trail -> trail.added -= 1 + trail.random.nextInt(3));

    final Consumer<SealedTrail> act;

    Tampering(Consumer<SealedTrail> act) {
        this.act = act;
    }

    private static void cutOff(SealedTrail trail, int left) {
        trail.seals.subList(left, trail.seals.size()).forEach(seal -> trail.entries.remove(seal.entryId()));
        trail.seals.subList(left, trail.seals.size()).clear();
    }

    /** At least one seal stays; the last that went. */
    private static Seal takeTheBeginning(SealedTrail trail) {
        List<Seal> beginning = trail.seals.subList(0, 1 + trail.random.nextInt(trail.seals.size() - 1));
        Seal last = beginning.get(beginning.size() - 1);
        beginning.forEach(seal -> trail.entries.remove(seal.entryId()));
        beginning.clear();
        return last;
    }

    private static ChainMarks.Removal checkpoint(Seal last, Instant youngest, boolean told) {
        return new ChainMarks.Removal(
                new ChainHead(last.position(), last.algorithm(), last.hash(), last.sealedAt()), youngest, told);
    }

    private static StoredEntry renamed(StoredEntry entry, long id) {
        return new StoredEntry(
                id,
                entry.government(),
                entry.at(),
                entry.actor(),
                entry.actorName(),
                entry.act(),
                entry.objectType(),
                entry.objectId(),
                entry.changes(),
                entry.origin());
    }
}
