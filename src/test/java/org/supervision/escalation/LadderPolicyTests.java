package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;

/** Which ladders are refused, for which row and why. */
class LadderPolicyTests {

    private static final CycleStep REPORT = CycleStep.REPORT;

    @Test
    void acceptsRisingRungsAndImportantKeyTasksThatBeginHigher() {
        List<LadderEntry> entries = new ArrayList<>(good());
        entries.add(entry(REPORT, true, Rung.SUPERVISION_ORDER, 1, 5, 2));
        entries.add(entry(REPORT, true, Rung.INTERVIEW, 8, 10, null));
        assertThat(LadderPolicy.checked(entries)).hasSize(6);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong("days must rise", entry(REPORT, false, Rung.SECOND_REMINDER, 1, 2, null), "days", "rising"),
                wrong(
                        "a reminder is after the date",
                        entry(REPORT, false, Rung.SECOND_REMINDER, 0, 2, null),
                        "days",
                        "rung-days"),
                wrong(
                        "days are a number",
                        entry(REPORT, false, Rung.SECOND_REMINDER, null, 2, null),
                        "days",
                        "rung-days"),
                wrong(
                        "a notice is before the date",
                        entry(REPORT, null, Rung.LATE_NOTICE, 1, 0, null),
                        "days",
                        "notice-days"),
                wrong(
                        "points are not negative",
                        entry(REPORT, false, Rung.SECOND_REMINDER, 3, -1, null),
                        "points",
                        "points"),
                wrong(
                        "points are at most 100",
                        entry(REPORT, false, Rung.SECOND_REMINDER, 3, 101, null),
                        "points",
                        "points"),
                wrong(
                        "an order is answered",
                        entry(REPORT, false, Rung.SUPERVISION_ORDER, 3, 5, null),
                        "limitDays",
                        "limit"),
                wrong(
                        "in 30 days at most",
                        entry(REPORT, false, Rung.SUPERVISION_ORDER, 3, 5, 31),
                        "limitDays",
                        "limit"),
                wrong(
                        "a reminder is not answered",
                        entry(REPORT, false, Rung.SECOND_REMINDER, 3, 2, 2),
                        "limitDays",
                        "limit-none"),
                wrong(
                        "no rung is missing below another",
                        entry(REPORT, false, Rung.INTERVIEW, 9, 9, null),
                        "rung",
                        "hole"),
                wrong(
                        "reviewers get no orders",
                        entry(CycleStep.UNIT_REVIEW, null, Rung.SUPERVISION_ORDER, 5, 5, 2),
                        "rung",
                        "place"),
                wrong("a place is filled once", entry(REPORT, false, Rung.FIRST_REMINDER, 2, 1, null), "rung", "twice"),
                wrong(
                        "somebody is told",
                        new LadderEntry(REPORT, false, Rung.SECOND_REMINDER, 3, List.of(), 2, null),
                        "audience",
                        "audience-empty"),
                wrong(
                        "who is told is known",
                        new LadderEntry(REPORT, false, Rung.SECOND_REMINDER, 3, List.of("NEIGHBOUR"), 2, null),
                        "audience",
                        "audience-unknown"));
    }

    private static Arguments wrong(String why, LadderEntry added, String field, String code) {
        return Arguments.of(why, added, field, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesTheRowAndTheReason(String why, LadderEntry added, String field, String code) {
        List<LadderEntry> entries = List.of(
                entry(REPORT, null, Rung.EARLY_NOTICE, -5, 0, null),
                entry(REPORT, false, Rung.FIRST_REMINDER, 1, 1, null),
                added);
        assertThatThrownBy(() -> LadderPolicy.checked(entries))
                .asInstanceOf(type(DomainException.class))
                .extracting(
                        DomainException::fieldErrors,
                        org.assertj.core.api.InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::field, FieldError::code)
                .contains(org.assertj.core.api.Assertions.tuple("rows[2]." + field, "escalation.ladder." + code));
    }

    @Test
    void refusesALadderWithoutAnyRow() {
        assertThatThrownBy(() -> LadderPolicy.checked(List.of())).hasMessageContaining("refused");
    }

    private static List<LadderEntry> good() {
        return List.of(
                entry(REPORT, null, Rung.EARLY_NOTICE, -5, 0, null),
                entry(REPORT, null, Rung.LATE_NOTICE, -1, 0, null),
                entry(REPORT, false, Rung.FIRST_REMINDER, 1, 1, null),
                entry(REPORT, false, Rung.SECOND_REMINDER, 3, 2, null));
    }

    private static LadderEntry entry(
            CycleStep step,
            @Nullable Boolean important,
            Rung rung,
            @Nullable Integer days,
            int points,
            @Nullable Integer limitDays) {
        return new LadderEntry(step, important, rung, days, List.of("LIAISON"), points, limitDays);
    }
}
