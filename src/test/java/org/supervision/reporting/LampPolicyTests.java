package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.Indicator.Base;
import org.supervision.keytask.Indicator.Commitment;
import org.supervision.keytask.Indicator.Commitment.Strength;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Direction;
import org.supervision.keytask.Indicator.Group;
import org.supervision.keytask.Indicator.Period;
import org.supervision.keytask.Indicator.Scale;
import org.supervision.reporting.LampPolicy.Forecast;
import org.supervision.shared.Lamp;

/** What numbers say of an indicator in a quarter, for every way of counting. */
class LampPolicyTests {

    private static final LampPolicy POLICY = LampPolicy.DEFAULT;

    @ParameterizedTest(name = "{0} {1} {2} {3}, q{4}: {5} of expected {6} from {7} is {8}")
    @CsvSource({
        // counts climb evenly through the year
        "EQ, 100, NEW, UP, 1, 24, , , BEHIND",
        "EQ, 100, NEW, UP, 1, 25, , , AT_RISK",
        "EQ, 100, NEW, UP, 1, 29.9, , , AT_RISK",
        "EQ, 100, NEW, UP, 1, 30, , , ON_TRACK",
        "GE, 100, CUMULATIVE, UP, 2, 49, , , BEHIND",
        "GE, 100, , UP, 2, 55, , , ON_TRACK",
        "GE, 100, NEW, UP, 3, 74.9, , , BEHIND",
        "GE, 100, NEW, UP, 4, 99.9, , , BEHIND",
        "GE, 100, NEW, UP, 4, 100, , , DONE",
        "GE, 100, NEW, UP, 1, 130, , , DONE",
        "GT, 100, NEW, UP, 4, 100, , , BEHIND",
        "GT, 100, NEW, UP, 2, 100, , , ON_TRACK",
        "GT, 100, NEW, UP, 4, 100.1, , , DONE",
        "APPROX, 100, NEW, UP, 4, 95, , , DONE",
        "APPROX, 100, NEW, UP, 4, 94.9, , , BEHIND",
        // the milestone's own number replaces the even share
        "EQ, 100, NEW, UP, 1, 3, 0, , AT_RISK",
        "EQ, 100, NEW, UP, 1, 8, 0, , ON_TRACK",
        "EQ, 100, NEW, UP, 2, 55, 60, , BEHIND",
        // levels, with and without where the year began
        "GE, 98, SHARE, UP, 2, 97, , , ON_TRACK",
        "GE, 98, SHARE, UP, 2, 91, , 90, BEHIND",
        "GE, 98, SHARE, UP, 2, 95, , 90, ON_TRACK",
        "GE, 98, SHARE, UP, 1, 98, , 90, DONE",
        "LE, 12.5, SHARE, DOWN, 2, 12.9, , , ON_TRACK",
        "LE, 12.5, SHARE, DOWN, 2, 13.9, , 14.5, BEHIND",
        "LE, 12.5, SHARE, DOWN, 2, 12.5, , 14.5, DONE",
        "EQ, 400, STOCK, UP, 1, 300, , 200, ON_TRACK",
        "EQ, 400, STOCK, UP, 1, 210, , 200, BEHIND",
        // rates, ranks and limits are held or not
        "GE, 8, GROWTH_RATE, UP, 1, 8.1, , , ON_TRACK",
        "GE, 8, GROWTH_RATE, UP, 1, 7.9, , , BEHIND",
        "GE, 8, GROWTH_RATE, UP, 4, 8, , , DONE",
        "LE, 3, GROWTH_RATE, UP, 2, 2.1, , , ON_TRACK",
        "LE, 3, GROWTH_RATE, UP, 2, 3.1, , , BEHIND",
        "GE, 3, DECREASE_RATE, DOWN, 2, 3.2, , , ON_TRACK",
        "GE, 3, DECREASE_RATE, DOWN, 2, 2, , , BEHIND",
        "LE, 10, RANK, UP, 3, 9, , , ON_TRACK",
        "LE, 10, RANK, UP, 3, 11, , , BEHIND",
        "LE, 5, NEW, UP, 3, 5, , , ON_TRACK",
        "LT, 5, NEW, UP, 3, 5, , , BEHIND",
        "LE, 5, NEW, UP, 4, 0, , , DONE",
        // what is missing, or cannot be counted
        "EQ, 100, NEW, UP, 1, , , , UNKNOWN",
        "RELATIVE, 10, GROWTH_RATE, UP, 1, , , , NOT_COUNTED",
        "EXTERNAL, , , UP, 4, , , , NOT_COUNTED",
        "QUALITATIVE, , , UP, 2, 1, , , NOT_COUNTED",
        "ALL, , SHARE, UP, 2, 1, , , NOT_COUNTED",
    })
    void eachWayOfCountingHasItsLamp(
            Comparator comparator,
            BigDecimal target,
            Base base,
            Direction direction,
            int quarter,
            BigDecimal value,
            BigDecimal expected,
            BigDecimal start,
            Lamp lamp) {
        Indicator indicator = indicator(comparator, target, base, direction, Scale.ONE);

        assertThat(POLICY.lamp(new Measurement(indicator, quarter, value, expected, start, false)))
                .isEqualTo(lamp);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}, q{4}, set to {5}, from {6}: {7}")
    @CsvSource({
        "EQ, 45, NEW, UP, 1, , , 11.25",
        "EQ, 45, NEW, UP, 3, 34, , 34",
        "EQ, 45, NEW, UP, 4, 40, , 45",
        "EQ, 400, STOCK, UP, 2, , 200, 300",
        "LE, 12.5, SHARE, DOWN, 2, , 14.5, 13.5",
        "LE, 12, SHARE, DOWN, 2, , , 24",
        "GE, 8, GROWTH_RATE, UP, 2, , , 8",
        "LE, 5, NEW, UP, 1, , , 5",
    })
    void whatIsToBeReachedByAQuarterIsAFigure(
            Comparator comparator,
            BigDecimal target,
            Base base,
            Direction direction,
            int quarter,
            BigDecimal set,
            BigDecimal start,
            BigDecimal expected) {
        Indicator indicator = indicator(comparator, target, base, direction, Scale.ONE);

        assertThat(LampPolicy.expected(new Measurement(indicator, quarter, null, set, start, false)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void whatIsMeasuredAtYearEndOnlyIsLeftOutUntilThen() {
        Indicator target = indicator(Comparator.GE, new BigDecimal("6"), Base.GROWTH_RATE, Direction.UP, Scale.ONE);

        assertThat(POLICY.lamp(new Measurement(target, 3, null, null, null, true)))
                .isEqualTo(Lamp.NOT_COUNTED);
        assertThat(POLICY.lamp(new Measurement(target, 4, null, null, null, true)))
                .isEqualTo(Lamp.UNKNOWN);
        assertThat(POLICY.lamp(new Measurement(target, 4, new BigDecimal("6.2"), null, null, true)))
                .isEqualTo(Lamp.DONE);
    }

    @Test
    void aTargetIsScaledAndAChangedOneIsMeasuredAnew() {
        BigDecimal value = new BigDecimal("12000");
        Indicator before = indicator(Comparator.EQ, new BigDecimal("2.6"), Base.NEW, Direction.UP, Scale.TEN_THOUSAND);
        Indicator after = indicator(Comparator.EQ, new BigDecimal("2"), Base.NEW, Direction.UP, Scale.TEN_THOUSAND);

        assertThat(POLICY.lamp(new Measurement(before, 2, value, null, null, false)))
                .isEqualTo(Lamp.BEHIND);
        assertThat(POLICY.lamp(new Measurement(after, 2, value, null, null, false)))
                .isEqualTo(Lamp.ON_TRACK);
        assertThat(POLICY.share(new Measurement(after, 2, value, null, null, false)))
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.6"));
    }

    @ParameterizedTest
    @CsvSource({
        "'ON_TRACK,BEHIND,UNKNOWN', BEHIND",
        "'DONE,UNKNOWN', UNKNOWN",
        "'DONE,AT_RISK,ON_TRACK', AT_RISK",
        "'DONE,DONE', DONE",
        "'NOT_COUNTED,DONE', DONE",
        "NOT_COUNTED, NOT_COUNTED",
        ", NOT_COUNTED",
    })
    void aKeyTaskIsWhereItsWorstIndicatorIs(String indicators, Lamp lamp) {
        List<Lamp> lamps = indicators == null
                ? List.of()
                : Arrays.stream(indicators.split(",")).map(Lamp::valueOf).toList();

        assertThat(LampPolicy.ofKeyTask(lamps, true, false)).isEqualTo(lamp);
        assertThat(LampPolicy.ofKeyTask(lamps, false, false)).isEqualTo(Lamp.UNKNOWN);
        assertThat(LampPolicy.ofKeyTask(lamps, false, true)).isEqualTo(Lamp.SUSPENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 1, 25, WILL_BE_DONE",
        "NEW, 1, 23, DIFFICULT",
        "NEW, 2, 40, NEEDS_ADJUSTMENT",
        "NEW, 2, 30, CANNOT_BE_DONE",
        "NEW, 4, 99, CANNOT_BE_DONE",
        "NEW, 3, 100, WILL_BE_DONE",
        "NEW, 2, , ",
        "GROWTH_RATE, 2, 90, ",
    })
    void thePaceSoFarTellsWhereTheYearEnds(Base base, int quarter, BigDecimal value, Forecast forecast) {
        Indicator target = indicator(Comparator.GE, new BigDecimal("100"), base, Direction.UP, Scale.ONE);

        assertThat(POLICY.forecast(new Measurement(target, quarter, value, null, null, false))
                        .orElse(null))
                .isEqualTo(forecast);
    }

    @Test
    void wherePlanAsksForNothingYetNothingIsForecast() {
        Indicator target = indicator(Comparator.GE, new BigDecimal("7"), Base.NEW, Direction.UP, Scale.ONE);
        BigDecimal nothing = BigDecimal.ZERO;

        assertThat(POLICY.forecast(new Measurement(target, 3, nothing, nothing, null, false)))
                .isEmpty();
        assertThat(POLICY.forecast(new Measurement(target, 3, BigDecimal.TEN, nothing, null, false)))
                .contains(Forecast.WILL_BE_DONE);
    }

    @Test
    void thereIsNoFifthQuarter() {
        Indicator target = indicator(Comparator.EQ, BigDecimal.ONE, Base.NEW, Direction.UP, Scale.ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Measurement(target, 5, null, null, null, false));
    }

    private static Indicator indicator(
            Comparator comparator, BigDecimal value, Base base, Direction direction, Scale scale) {
        return new Indicator(
                "",
                null,
                comparator,
                value,
                null,
                "",
                scale,
                base,
                direction,
                new Commitment(Strength.PLAIN, null),
                new Group(Group.Kind.SINGLE, List.of()),
                new Period(Period.Kind.UNSTATED, ""));
    }
}
