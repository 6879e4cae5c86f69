package org.supervision.audit;

import java.time.Instant;
import java.util.function.Consumer;

/** What somebody who owns the database could do to sealed entries and their seals. */
enum Tampering {
    CHANGE_ENTRY(trail -> {
        StoredEntry old = trail.entryOf(trail.any());
        int field = trail.random.nextInt(8);
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
                        field == 7 ? "{}" : old.changes()));
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
    });

    final Consumer<SealedTrail> act;

    Tampering(Consumer<SealedTrail> act) {
        this.act = act;
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
                entry.changes());
    }
}
