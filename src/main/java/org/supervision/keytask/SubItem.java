package org.supervision.keytask;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a key task (分项) that one of its units carries.
 *
 * @param ordinal its place among those of the key task, from 1
 * @param name the unit's name unless somebody named it
 * @param unit code
 * @param indicator id of the agreed indicator it has a share of; null if it has none
 * @param share in the unit and scale of that indicator's target; of a rate or a level, what the unit has to reach itself
 * @param version of the stored state, to be handed in with a change
 */
public record SubItem(
        long id,
        String keyTask,
        int ordinal,
        String name,
        String unit,
        @Nullable Long indicator,
        @Nullable BigDecimal share,
        int version) {

    /**
     * The indicator as it is measured of this part alone: its share is the target, and where shares add up, it owes the same
     * fraction by the end of each quarter. Where it began nobody knows.
     */
    public AgreedIndicator measuredBy(AgreedIndicator whole) {
        BigDecimal target = whole.target().value();
        Map<Integer, BigDecimal> expected = new TreeMap<>();
        if (share == null || target == null) {
            throw new IllegalStateException("Nothing is measured of " + name);
        }
        if (whole.target().isAdditive() && target.signum() != 0) {
            whole.expected()
                    .forEach((quarter, figure) ->
                            expected.put(quarter, figure.multiply(share).divide(target, MathContext.DECIMAL64)));
        }
        return new AgreedIndicator(
                whole.id(),
                keyTask,
                whole.target().of(name, share),
                whole.targetQuarter(),
                null,
                expected,
                whole.atYearEndOnly(),
                whole.version());
    }
}
