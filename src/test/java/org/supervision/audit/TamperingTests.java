package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.audit.Difference.Kind;

/** Whatever is done to a sealed trail is found, by a verification that keeps no more than a few rows. */
class TamperingTests {

    private static final long SEED = 20260302;
    private static final int TRIES = 10_000;

    @Test
    void tenThousandTamperingsAreAllFound() {
        Map<Tampering, Map<Kind, Integer>> found = new EnumMap<>(Tampering.class);
        Random random = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            Tampering tampering = Tampering.values()[i % Tampering.values().length];
            SealedTrail trail = new SealedTrail(random, 4 + random.nextInt(30));

            tampering.act.accept(trail);

            Difference difference = trail.verify().difference();
            assertThat(difference)
                    .as("%s, the %dth of seed %d", tampering, i, SEED)
                    .isNotNull();
            found.computeIfAbsent(tampering, any -> new TreeMap<>())
                    .merge(Objects.requireNonNull(difference).kind(), 1, Integer::sum);
        }
        System.out.printf("%d tamperings of seed %d, all found:%n", TRIES, SEED);
        found.forEach((tampering, kinds) -> System.out.printf(
                "  %-40s %4d  %s%n",
                tampering, kinds.values().stream().mapToInt(i -> i).sum(), kinds));
        assertThat(found.values().stream()
                        .flatMap(kinds -> kinds.values().stream())
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(TRIES);
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            SealedTrail trail = new SealedTrail(random, 1 + random.nextInt(30));
            ChainState state = trail.verify();

            assertThat(state.difference()).as("the %dth of seed %d", i, SEED).isNull();
            assertThat(state.sealed()).isEqualTo(trail.entries.size());
            assertThat(state.unsealed()).isZero();
        }
    }

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(new ChainCheck("city", ChainMarks.NONE).end().intact()).isTrue();
    }

    @Test
    void whatWaitsForItsSealIsCountedAndNoDifference() {
        SealedTrail trail = new SealedTrail(new Random(SEED), 10);
        long sealed = trail.seals.size();
        trail.add(trail.entry(5000, 1));

        assertThat(trail.verify().intact()).isTrue();
        assertThat(trail.verify().unsealed()).isEqualTo(1);
        assertThat(trail.verify().sealed()).isEqualTo(sealed);
    }

    @Test
    void anEntryThatIsGoneBeforeItsSealIsMissed() {
        SealedTrail trail = new SealedTrail(new Random(SEED), 10);
        trail.waiting.add(5000L);

        assertThat(trail.verify().difference()).isEqualTo(new Difference(Kind.MISSING, null, 5000L));
    }

    /** What is said of a trail when one thing was done to it, somewhere in its middle. */
    @ParameterizedTest
    @CsvSource({
        "CHANGE_ENTRY, CHANGED",
        "DELETE_ENTRY, MISSING",
        "DELETE_ENTRY_AND_SEAL, MISSING",
        "REORDER_ENTRIES_UNDER_SEALS, REORDERED",
        "REORDER_SEALS, REORDERED",
        "TRUNCATE_SEALS, TRUNCATED",
        "TRUNCATE_ENTRIES_AND_SEALS, TRUNCATED",
        "INSERT_ENTRY, INSERTED",
        "INSERT_A_SEAL_THAT_FITS_NOTHING, INSERTED",
        "CHANGE_HEAD, HEAD_CHANGED",
        "TRUNCATE_WITH_HEAD_AND_COUNT, TRUNCATED",
        "REWRITE_THE_END_WITH_HEAD_AND_COUNT, CHANGED",
        "DELETE_THE_BEGINNING_WITH_A_CHECKPOINT, WRONGLY_REMOVED",
        "DELETE_A_NOTED_BEGINNING_WITH_A_CHECKPOINT_THAT_IS_TOLD, WRONGLY_REMOVED",
        "DELETE_WHAT_WAITS, MISSING",
        "INSERT_WHAT_WAITS, INSERTED"
    })
    void whatWasDoneIsNamed(Tampering tampering, Kind kind) {
        Map<Kind, Integer> named = new TreeMap<>();
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            SealedTrail trail = new SealedTrail(random, 20);
            tampering.act.accept(trail);
            named.merge(Objects.requireNonNull(trail.verify().difference()).kind(), 1, Integer::sum);
        }
        // At either end of a chain one thing cannot be told from another.
        assertThat(named.getOrDefault(kind, 0)).as("%s", named).isGreaterThan(60);
    }
}
