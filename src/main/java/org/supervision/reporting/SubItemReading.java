package org.supervision.reporting;

import org.supervision.keytask.SubItem;

/**
 * A sub-item with what was reported of it.
 *
 * @param reading of its share, as if that were the target
 * @param byLead whether the lead reports it: the unit is asked for no part that could tell it
 */
public record SubItemReading(SubItem item, IndicatorReading reading, boolean byLead) {

    /** Whether a value is asked for and there is none (未报). */
    public boolean isMissing() {
        return reading.isDue() && reading.value() == null;
    }
}
