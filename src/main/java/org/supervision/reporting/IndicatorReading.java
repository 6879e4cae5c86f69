package org.supervision.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.Indicator;
import org.supervision.shared.Lamp;

/**
 * An indicator with what a report says of it. Values are in the unit and scale of the target.
 *
 * @param indicator as it was agreed when the report was submitted, or is now
 * @param quarter of the report, 1 to 4
 * @param value reached since the year began; {@code null} if none is given
 * @param last what was approved last before, of the same year; {@code null} if nothing was
 * @param lamp the worse of what the value and what the parts show
 * @param rollUp what its parts come to; {@code null} where it is not split
 */
public record IndicatorReading(
        AgreedIndicator indicator,
        int quarter,
        @Nullable BigDecimal value,
        @Nullable BigDecimal last,
        Lamp lamp,
        @Nullable RollUp rollUp) {

    private static final int FINEST = 2;

    static IndicatorReading of(
            AgreedIndicator indicator,
            int quarter,
            @Nullable BigDecimal value,
            @Nullable BigDecimal last,
            LampPolicy policy) {
        return new IndicatorReading(
                indicator, quarter, value, last, policy.lamp(measurement(indicator, quarter, value)), null);
    }

    /** Neither a figure of the lead hides what its parts show, nor the other way round. */
    IndicatorReading with(RollUp parts) {
        return new IndicatorReading(indicator, quarter, value, last, Lamp.worst(List.of(lamp, parts.lamp())), parts);
    }

    /** What its parts come to, held against what is shared out among them. */
    IndicatorReading ofParts() {
        return new IndicatorReading(rollUp.distributed(indicator), quarter, rollUp.sum(), null, rollUp.lamp(), null);
    }

    /** What is to be reached by the end of the quarter, to the hundredth or as fine as the target is given. */
    public BigDecimal expected() {
        Indicator target = indicator.target();
        return LampPolicy.expected(measurement())
                .movePointLeft(target.scale().power())
                .setScale(Math.max(FINEST, target.value().scale()), RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /** Whether a value is asked for: some can only be measured when the year is over. */
    public boolean isDue() {
        return !indicator.atYearEndOnly() || quarter == 4;
    }

    /** In ones, as lamps are computed. */
    Measurement measurement() {
        return measurement(indicator, quarter, value);
    }

    /** What last quarter's value comes to by now, in ones. */
    Measurement lastMeasurement() {
        return measurement(indicator, quarter, last);
    }

    private static Measurement measurement(AgreedIndicator indicator, int quarter, @Nullable BigDecimal value) {
        int power = indicator.target().scale().power();
        return new Measurement(
                indicator.target(),
                quarter,
                inOnes(value, power),
                inOnes(indicator.expected().get(quarter), power),
                inOnes(indicator.start(), power),
                indicator.atYearEndOnly());
    }

    private static @Nullable BigDecimal inOnes(@Nullable BigDecimal value, int power) {
        return value == null ? null : value.scaleByPowerOfTen(power);
    }
}
