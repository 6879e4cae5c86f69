package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that a text promises or states (domain: indicator).
 *
 * @param name what is counted, in the words of the text; may be empty where it names nothing
 * @param qualifier what narrows the things counted or ranked against, such as an amount or a level
 * @param value as written, without its scale; null where the text binds without a figure
 * @param stretchValue upper end of a range, or the second, aspired figure
 * @param unit as written; empty for a bare number
 * @param base null where the text does not say how it is counted
 */
public record Indicator(
        String name,
        @Nullable String qualifier,
        Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal stretchValue,
        String unit,
        Scale scale,
        @Nullable Base base,
        Direction direction,
        Commitment commitment,
        Group group,
        Period period) {

    private static final Pattern UNIT_OF_RATE = Pattern.compile(
            "%s|%s".formatted(IndicatorWords.anyOf("unit PERCENT"), IndicatorWords.anyOf("unit POINT")));

    /** Alone: a capacity in tons a day is an amount. */
    private static final Pattern UNIT_OF_TIME = Pattern.compile(IndicatorWords.anyOf("unit TIME"));

    public Indicator {
        if (stretchValue != null && value == null) {
            throw new IllegalArgumentException("A second figure without a first: " + name);
        }
    }

    /** How what is reached stands to the figure. */
    public enum Comparator {
        EQ,
        GE,
        GT,
        LE,
        LT,
        APPROX,
        /** All there are. */
        ALL,
        /** Held against another figure, such as the country's. */
        RELATIVE,
        /** As a higher authority has set it. */
        EXTERNAL,
        /** Without any figure. */
        QUALITATIVE;

        /** Whether a figure of its own belongs to it. */
        boolean takesFigure() {
            return switch (this) {
                case EQ, GE, GT, LE, LT, APPROX -> true;
                case ALL, RELATIVE, EXTERNAL, QUALITATIVE -> false;
            };
        }
    }

    /** What the value is counted in. */
    public enum Scale {
        ONE(0),
        TEN_THOUSAND(4),
        HUNDRED_MILLION(8),
        TRILLION(12);

        private final int power;

        Scale(int power) {
            this.power = power;
        }

        /** The power of ten to multiply a value by. */
        public int power() {
            return power;
        }
    }

    /** What the figure is taken of. */
    public enum Base {
        NEW,
        CUMULATIVE,
        STOCK,
        GROWTH_RATE,
        DECREASE_RATE,
        SHARE,
        RANK
    }

    /** Which way the figure is to go; a better rank is a smaller number. */
    public enum Direction {
        UP,
        DOWN
    }

    /** How firmly it is promised, and whether it binds where the text says so. */
    public record Commitment(Strength strength, @Nullable Obligation obligation) {

        /** What the text's verb says. */
        public enum Strength {
            FIRM,
            PLAIN,
            ASPIRED
        }

        /** What planners call an indicator. */
        public enum Obligation {
            BINDING,
            EXPECTED
        }
    }

    /**
     * How the figure belongs to the things named with it.
     *
     * @param members the things, where there are several
     */
    public record Group(Kind kind, List<String> members) {

        static final Group SINGLE = new Group(Kind.SINGLE, List.of());

        public Group {
            members = List.copyOf(members);
        }

        /** One figure for one thing, for all together, for each, or one for each in turn. */
        public enum Kind {
            SINGLE,
            JOINT,
            EACH,
            RESPECTIVELY
        }
    }

    /**
     * The time the figure is of.
     *
     * @param text the words that say so; empty where none do
     */
    public record Period(Kind kind, String text) {

        static final Period UNSTATED = new Period(Kind.UNSTATED, "");

        /** A whole year, a part of one, a forecast, until a year, or not said. */
        public enum Kind {
            YEAR,
            PART_OF_YEAR,
            FORECAST,
            BY_YEAR,
            UNSTATED
        }
    }

    /** Whether a figure of its own can be held against it: neither another one, nor all there are, nor words alone. */
    public boolean isCounted() {
        return value != null && comparator.takesFigure();
    }

    /** Whether the figures of its parts add up to its own: counts and amounts do; rates, shares, ranks and durations do not. */
    public boolean isAdditive() {
        boolean total = base == null || base == Base.NEW || base == Base.CUMULATIVE || base == Base.STOCK;
        return isCounted()
                && total
                && !UNIT_OF_RATE.matcher(unit).find()
                && !UNIT_OF_TIME.matcher(unit).matches();
    }

    /** The same of one part alone. */
    Indicator of(String part, BigDecimal share) {
        return new Indicator(
                part, qualifier, comparator, share, null, unit, scale, base, direction, commitment, group, period);
    }

    /** The value in ones; null where there is none. */
    public @Nullable BigDecimal amount() {
        return value == null ? null : value.scaleByPowerOfTen(scale.power());
    }

    /** One that says nothing yet, for somebody to fill in. */
    public static Indicator blank() {
        return new Indicator(
                "",
                null,
                Comparator.GE,
                null,
                null,
                "",
                Scale.ONE,
                null,
                Direction.UP,
                new Commitment(Commitment.Strength.PLAIN, null),
                Group.SINGLE,
                Period.UNSTATED);
    }

    /** In one line, without words of any language but the text's own. */
    public String summary() {
        String figure = value == null
                ? ""
                : " " + value.toPlainString() + (stretchValue == null ? "" : "\u2013" + stretchValue.toPlainString());
        String factor = scale == Scale.ONE ? "" : "\u00d710^" + scale.power();
        return (name + " " + comparator + figure + factor + " " + unit).strip();
    }

    Indicator withStretch(BigDecimal aspired) {
        return new Indicator(
                name, qualifier, comparator, value, aspired, unit, scale, base, direction, commitment, group, period);
    }
}
