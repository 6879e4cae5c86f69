package org.supervision.keytask;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Base;

/**
 * What is measured of a key task, as the office agreed to it. Its values, and those that units report, are in the unit and
 * scale of its target.
 *
 * @param targetQuarter whose milestone promises the target; {@code null}: the goal does
 * @param start where the year began, for levels that are to rise or fall; {@code null} if nobody knows
 * @param expected what is to be reached by the end of a quarter, by its number; an absent one has its even share of the year
 * @param atYearEndOnly whether it can only be measured when the year is over
 * @param version of the stored state, to be handed in with a change
 */
public record AgreedIndicator(
        long id,
        String keyTask,
        Indicator target,
        @Nullable Integer targetQuarter,
        @Nullable BigDecimal start,
        Map<Integer, BigDecimal> expected,
        boolean atYearEndOnly,
        int version) {

    public AgreedIndicator {
        expected = new TreeMap<>(expected);
        if (!target.isCounted()) {
            throw new IllegalArgumentException("Nothing can be held against " + target.summary());
        }
    }

    /** What the texts promise; the goal goes before a milestone, a later milestone before an earlier one. */
    static AgreedIndicator of(IndicatorProposal proposal) {
        AgreedIndicator agreed = new AgreedIndicator(
                proposal.id(), proposal.keyTask(), proposal.indicator(), proposal.quarter(), null, Map.of(), false, 1);
        return proposal.quarter() == null ? agreed : agreed.promised(proposal);
    }

    /** Whether the other indicator speaks of the same thing, counted in the same unit and way. */
    boolean isMeantBy(Indicator other) {
        return target.name().strip().equals(other.name().strip())
                && target.unit().strip().equals(other.unit().strip())
                && isCountedAs(other);
    }

    /** Whether a milestone speaks of the same thing, which it may name shorter than the goal does. */
    boolean isMeantShortlyBy(Indicator other) {
        String name = target.name().strip();
        String shorter = other.name().strip();
        return !shorter.isEmpty()
                && (name.startsWith(shorter) || name.endsWith(shorter))
                && target.unit().strip().equals(other.unit().strip())
                && isCountedAs(other);
    }

    /** What is new in the year and what adds up in it are counted alike; a level, a rate or a rank is something else. */
    private boolean isCountedAs(Indicator other) {
        return target.base() == other.base() || isTotal(target.base()) && isTotal(other.base());
    }

    private static boolean isTotal(@Nullable Base base) {
        return base == null || base == Base.NEW || base == Base.CUMULATIVE;
    }

    /** Whether it asks already for what the proposal promises, so that confirming it would change nothing. */
    public boolean covers(IndicatorProposal proposal) {
        Indicator promised = proposal.indicator();
        Integer quarter = proposal.quarter();
        boolean same = isMeantBy(promised) || quarter != null && isMeantShortlyBy(promised);
        BigDecimal asked =
                quarter == null || quarter == 4 && !expected.containsKey(4) ? target.value() : expected.get(quarter);
        return same && promised.isCounted() && asked != null && asked.compareTo(inScaleOf(target, promised)) == 0;
    }

    /** As it stands once the proposal is confirmed, too. */
    AgreedIndicator promised(IndicatorProposal proposal) {
        Integer quarter = proposal.quarter();
        if (quarter == null) {
            return with(proposal.indicator(), null, expected);
        }
        Map<Integer, BigDecimal> byQuarter = new TreeMap<>(expected);
        boolean later = targetQuarter != null && quarter >= targetQuarter;
        Indicator promised = later ? proposal.indicator() : target;
        byQuarter.put(quarter, inScaleOf(promised, proposal.indicator()));
        return with(promised, later ? quarter : targetQuarter, byQuarter);
    }

    /** As it stands once the proposal of a milestone is not confirmed any more. */
    AgreedIndicator withoutExpected(int quarter) {
        Map<Integer, BigDecimal> byQuarter = new TreeMap<>(expected);
        byQuarter.remove(quarter);
        return with(target, targetQuarter, byQuarter);
    }

    /**
     * The same measured of a part alone: its share is the target, and where shares add up, it owes the same fraction by the
     * end of each quarter. Where a part began nobody knows.
     */
    public AgreedIndicator part(String name, BigDecimal share) {
        BigDecimal whole = Objects.requireNonNull(target.value());
        Map<Integer, BigDecimal> byQuarter = new TreeMap<>();
        if (target.isAdditive() && whole.signum() != 0) {
            expected.forEach((quarter, figure) ->
                    byQuarter.put(quarter, figure.multiply(share).divide(whole, MathContext.DECIMAL64)));
        }
        return new AgreedIndicator(
                id, keyTask, target.of(name, share), targetQuarter, null, byQuarter, atYearEndOnly, version);
    }

    AgreedIndicator at(int version) {
        return new AgreedIndicator(id, keyTask, target, targetQuarter, start, expected, atYearEndOnly, version);
    }

    private static BigDecimal inScaleOf(Indicator target, Indicator figure) {
        BigDecimal value = Objects.requireNonNull(figure.value());
        return value.scaleByPowerOfTen(figure.scale().power() - target.scale().power())
                .stripTrailingZeros();
    }

    private AgreedIndicator with(Indicator target, @Nullable Integer targetQuarter, Map<Integer, BigDecimal> expected) {
        return new AgreedIndicator(id, keyTask, target, targetQuarter, start, expected, atYearEndOnly, version);
    }
}
