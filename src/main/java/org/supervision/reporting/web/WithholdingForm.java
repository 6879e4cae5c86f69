package org.supervision.reporting.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.WithholdingGround;

/** What is entered to leave something out of publication; blank where nothing was chosen. */
record WithholdingForm(@Nullable String round, @Nullable String ground, @Nullable String reason) {

    /** {@code null} for the whole key task. */
    @Nullable
    String roundId() {
        return round == null || round.isBlank() ? null : round;
    }

    @Nullable
    WithholdingGround legalGround() {
        return ground(ground);
    }

    /** {@code null} if there is none of that name. */
    static @Nullable WithholdingGround ground(@Nullable String name) {
        return Arrays.stream(WithholdingGround.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
