package org.supervision.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of a caller's query are no programs. */
class LikePatternTests {

    @ParameterizedTest
    @CsvSource({
        "%, anything, true",
        "*, '', true",
        "zhang, zhang, true",
        "zhang, zhangs, false",
        "zhang%, zhangsan, true",
        "%san, zhangsan, true",
        "%ng%a%, zhangsan, true",
        "%ngx%, zhangsan, false",
        "a.c, abc, false",
        "(a|b), a, false"
    })
    void onlyPercentAndStarStandForAnything(String pattern, String text, boolean matches) {
        assertThat(LikePattern.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void aPatternThatWouldTakeForEverDoesNot() {
        String pattern = "%a".repeat(200) + "b";
        String text = "a".repeat(5000);

        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> LikePattern.matches(pattern, text)))
                .isFalse();
        assertThatCode(() -> LikePattern.matches("((", text)).doesNotThrowAnyException();
    }
}
