package org.supervision.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;

/**
 * What the parts of an indicator come to, as the template {@code dashboard/sub-items} draws it.
 *
 * @param sum in words; null where values do not add up
 * @param figure the number that the lead's own figure follows until somebody types another; null where it follows none
 * @param missing how many have no value
 * @param differs whether the lead's own figure is not that sum
 * @param lamp of all parts together
 */
record SplitRow(
        List<PartRow> parts, @Nullable String sum, @Nullable String figure, int missing, boolean differs, Lamp lamp) {

    /**
     * One part.
     *
     * @param unitName of the unit that carries it
     * @param named whether it has a name of its own, beside the unit's
     * @param own whether its value is entered here
     * @param forOther whether it is entered here for another unit, whose part cannot tell it
     * @param missing whether a value is asked for and there is none
     * @param row its value against its share
     */
    record PartRow(String unitName, boolean named, boolean own, boolean forOther, boolean missing, IndicatorRow row) {}
}
