package org.supervision.keytask;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Shares a figure evenly; what cannot be divided goes to the first ones. */
final class EvenShares {

    /** Amounts are written with two decimals at most. */
    private static final int DECIMALS = 2;

    private EvenShares() {}

    /**
     * One share for each, which together are the figure: whole ones where the target counts in ones and is whole. Of a target
     * that does not add up, each has the whole.
     *
     * @param figure of the target, to be shared
     * @param units how many share it, at least one
     */
    static List<BigDecimal> of(Indicator target, BigDecimal figure, int units) {
        if (!target.isAdditive()) {
            return Collections.nCopies(units, target.value());
        }
        boolean whole = target.scale() == Indicator.Scale.ONE
                && figure.stripTrailingZeros().scale() <= 0;
        int decimals = whole ? 0 : Math.max(DECIMALS, figure.scale());
        BigDecimal number = BigDecimal.valueOf(units);
        BigDecimal each = figure.divide(number, decimals, RoundingMode.DOWN);
        if (each.signum() <= 0) {
            throw new DomainException(Kind.CONFLICT, "keytask.error.sub-items-too-few", figure.toPlainString(), units);
        }
        int more = figure.subtract(each.multiply(number))
                .scaleByPowerOfTen(decimals)
                .intValueExact();
        BigDecimal smallest = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
        return IntStream.range(0, units)
                .mapToObj(i -> i < more ? each.add(smallest) : each)
                .map(BigDecimal::stripTrailingZeros)
                .map(share -> share.scale() < 0 ? share.setScale(0) : share)
                .toList();
    }
}
