package org.supervision.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.Indicator.Base;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Direction;
import org.supervision.shared.Lamp;

/**
 * Computes lamps and forecasts from numbers only (domain: verdicts and lamps). Shares are fractions of the target: 1 is all of
 * it.
 *
 * @param margin by less than which the expected share may be exceeded before a task counts as at risk; also what "about" a
 *     figure allows to be missing; 0.05 unless a government says otherwise
 */
public record LampPolicy(BigDecimal margin) {

    /** Five points. */
    public static final LampPolicy DEFAULT = new LampPolicy(new BigDecimal("0.05"));

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    private static final BigDecimal WITH_EFFORT = new BigDecimal("0.9");
    private static final BigDecimal IF_ADJUSTED = new BigDecimal("0.7");

    /** What a year will come to at the pace so far. */
    public enum Forecast {
        WILL_BE_DONE,
        DIFFICULT,
        NEEDS_ADJUSTMENT,
        CANNOT_BE_DONE
    }

    public Lamp lamp(Measurement measured) {
        Indicator target = measured.target();
        if (!target.isCounted() || measured.atYearEndOnly() && measured.quarter() < 4) {
            return Lamp.NOT_COUNTED;
        }
        if (measured.value() == null) {
            return Lamp.UNKNOWN;
        }
        return isRate(target) || isLimit(target) ? held(measured) : climbed(measured);
    }

    /** A rate, a rank or a limit is kept or not, and is done only when the year is. */
    private Lamp held(Measurement measured) {
        if (!isReached(measured)) {
            return Lamp.BEHIND;
        }
        return measured.quarter() == 4 ? Lamp.DONE : Lamp.ON_TRACK;
    }

    /** A count or a level climbs towards its target, and is done once it is there. */
    private Lamp climbed(Measurement measured) {
        if (isReached(measured)) {
            return Lamp.DONE;
        }
        BigDecimal ahead = share(measured).orElseThrow().subtract(expectedShare(measured));
        if (ahead.signum() < 0 || measured.quarter() == 4) {
            return Lamp.BEHIND;
        }
        return ahead.compareTo(margin) < 0 ? Lamp.AT_RISK : Lamp.ON_TRACK;
    }

    /**
     * How much of the target is reached; empty without a value, or where a part of it means nothing: a rate, a rank, a
     * limit.
     */
    public Optional<BigDecimal> share(Measurement measured) {
        return measured.value() == null || !isDivisible(measured.target())
                ? Optional.empty()
                : Optional.of(share(measured, measured.value()));
    }

    /** Whether a part of the target means something. */
    static boolean isDivisible(Indicator target) {
        return target.isCounted() && !isRate(target) && !isLimit(target);
    }

    private static BigDecimal share(Measurement measured, BigDecimal value) {
        BigDecimal target = Objects.requireNonNull(measured.target().amount());
        BigDecimal start = isLevel(measured.target()) ? measured.start() : null;
        if (start != null && start.compareTo(target) != 0) {
            return value.subtract(start).divide(target.subtract(start), MathContext.DECIMAL64);
        }
        boolean down = measured.target().direction() == Direction.DOWN;
        BigDecimal part = down ? target : value;
        BigDecimal whole = down ? value : target;
        return whole.signum() == 0 ? BigDecimal.ONE : part.divide(whole, MathContext.DECIMAL64);
    }

    static BigDecimal expectedShare(Measurement measured) {
        return measured.expected() == null
                ? BigDecimal.valueOf(measured.quarter()).divide(QUARTERS)
                : share(measured, measured.expected());
    }

    /** What is to be reached by the end of the quarter: all of it where a part of it means nothing, or the year is over. */
    static BigDecimal expected(Measurement measured) {
        BigDecimal target = Objects.requireNonNull(measured.target().amount());
        if (measured.quarter() == 4 || !isDivisible(measured.target())) {
            return target;
        }
        if (measured.expected() != null) {
            return measured.expected();
        }
        BigDecimal share = expectedShare(measured);
        BigDecimal start = isLevel(measured.target()) ? measured.start() : null;
        if (start != null) {
            return start.add(target.subtract(start).multiply(share));
        }
        return measured.target().direction() == Direction.DOWN
                ? target.divide(share, MathContext.DECIMAL64)
                : target.multiply(share);
    }

    private boolean isReached(Measurement measured) {
        BigDecimal target = Objects.requireNonNull(measured.target().amount());
        BigDecimal value = Objects.requireNonNull(measured.value());
        Comparator comparator = measured.target().comparator();
        int beyond = value.compareTo(target) * (isDownward(measured.target()) ? -1 : 1);
        return switch (comparator) {
            case GT, LT -> beyond > 0;
            case APPROX ->
                beyond >= 0
                        || value.subtract(target).abs().compareTo(target.abs().multiply(margin)) <= 0;
            default -> beyond >= 0;
        };
    }

    /** A better rank is a smaller number, and so is what a limit allows; a larger decrease is a better one. */
    private static boolean isDownward(Indicator target) {
        return target.direction() == Direction.DOWN && target.base() != Base.DECREASE_RATE
                || target.base() == Base.RANK
                || target.comparator() == Comparator.LE
                || target.comparator() == Comparator.LT;
    }

    private static boolean isRate(Indicator target) {
        return target.base() == Base.GROWTH_RATE || target.base() == Base.DECREASE_RATE || target.base() == Base.RANK;
    }

    /** So many at most: a count that must not grow beyond, unlike a level that is to be brought down. */
    private static boolean isLimit(Indicator target) {
        boolean atMost = target.comparator() == Comparator.LE || target.comparator() == Comparator.LT;
        return atMost && !isLevel(target);
    }

    private static boolean isLevel(Indicator target) {
        return target.base() == Base.STOCK || target.base() == Base.SHARE;
    }

    /**
     * Where the year ends at the pace so far; empty where the lamp is not counted, no value is known, a rate is held or
     * nothing was to be reached yet.
     */
    public Optional<Forecast> forecast(Measurement measured) {
        return share(measured).flatMap(share -> {
            if (isReached(measured)) {
                return Optional.of(Forecast.WILL_BE_DONE);
            }
            BigDecimal expected = expectedShare(measured);
            return expected.signum() == 0
                    ? Optional.empty()
                    : Optional.of(forecast(share.divide(expected, MathContext.DECIMAL64), measured.quarter()));
        });
    }

    /** @param pace share reached of the share expected */
    private static Forecast forecast(BigDecimal pace, int quarter) {
        if (quarter == 4) {
            return Forecast.CANNOT_BE_DONE;
        }
        if (pace.compareTo(BigDecimal.ONE) >= 0) {
            return Forecast.WILL_BE_DONE;
        }
        return pace.compareTo(WITH_EFFORT) >= 0
                ? Forecast.DIFFICULT
                : pace.compareTo(IF_ADJUSTED) >= 0 ? Forecast.NEEDS_ADJUSTMENT : Forecast.CANNOT_BE_DONE;
    }

    /** The lamp of a key task whose indicators show these; one that nobody has reported is unknown whatever it has. */
    public static Lamp ofKeyTask(Collection<Lamp> indicators, boolean reported, boolean suspended) {
        if (suspended) {
            return Lamp.SUSPENDED;
        }
        if (!reported) {
            return Lamp.UNKNOWN;
        }
        return Lamp.worst(indicators);
    }
}
