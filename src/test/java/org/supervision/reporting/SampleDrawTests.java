package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample is drawn at random, and the same again with the same seed. */
class SampleDrawTests {

    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(1, 100).boxed().toList();

    @ParameterizedTest
    @CsvSource({"100, 10, 10", "95, 10, 10", "3, 10, 1", "1, 1, 1", "7, 100, 7", "0, 10, 0"})
    void atLeastTheShareIsDrawn(int numbers, int share, int drawn) {
        assertThat(SampleDraw.of("c0ffee", NUMBERS.stream().limit(numbers).toList(), share))
                .hasSize(drawn)
                .doesNotHaveDuplicates()
                .isSubsetOf(NUMBERS);
    }

    /** The order of the SHA-256 sums, checked with {@code printf 'c0ffee:1' | sha256sum}. */
    @Test
    void whoeverKnowsTheSeedDrawsTheSame() {
        List<Integer> drawn = SampleDraw.of("c0ffee", NUMBERS, 5);
        assertThat(drawn).containsExactly(7, 70, 35, 22, 1);
        assertThat(SampleDraw.of(
                        "c0ffee", NUMBERS.stream().sorted((a, b) -> b - a).toList(), 5))
                .isEqualTo(drawn);
    }

    @Test
    void anotherSeedDrawsAnotherSample() {
        assertThat(SampleDraw.of("c0ffee", NUMBERS, 10)).isNotEqualTo(SampleDraw.of("beef", NUMBERS, 10));
    }

    @Test
    void overManySeedsEachIsDrawnAboutAsOften() {
        long[] drawn = new long[101];
        IntStream.range(0, 2000).forEach(seed -> SampleDraw.of(Integer.toHexString(seed), NUMBERS, 10)
                .forEach(number -> drawn[number]++));
        assertThat(NUMBERS).allSatisfy(number -> assertThat(drawn[number]).isBetween(140L, 260L));
    }
}
