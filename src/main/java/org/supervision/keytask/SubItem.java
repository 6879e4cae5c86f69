package org.supervision.keytask;

import java.math.BigDecimal;
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

    SubItem at(int version) {
        return new SubItem(id, keyTask, ordinal, name, unit, indicator, share, version);
    }

    /** The indicator as it is measured of this part alone. */
    public AgreedIndicator measuredBy(AgreedIndicator whole) {
        if (share == null) {
            throw new IllegalStateException("Nothing is measured of " + name);
        }
        return whole.part(name, share);
    }
}
