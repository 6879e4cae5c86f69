package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.shared.Lamp;

/** A verdict and a lamp disagree where the one calls fine what the other does not. */
class VerdictTests {

    @ParameterizedTest
    @CsvSource({
        "DONE, BEHIND, true",
        "DONE, UNKNOWN, true",
        "DONE, AT_RISK, false",
        "DONE, DONE, false",
        "ON_SCHEDULE, BEHIND, true",
        "ON_SCHEDULE, UNKNOWN, true",
        "ON_SCHEDULE, AT_RISK, false",
        "ON_SCHEDULE, NOT_COUNTED, false",
        "ON_SCHEDULE, SUSPENDED, false",
        "BEHIND, BEHIND, false",
        "BEHIND, DONE, false",
        "NOT_STARTED, UNKNOWN, false"
    })
    void onlyFineWordsContradictARedLamp(Verdict verdict, Lamp lamp, boolean contradicts) {
        assertThat(verdict.contradicts(lamp)).isEqualTo(contradicts);
    }
}
