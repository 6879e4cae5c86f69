package org.supervision.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;

/**
 * What the parts of an indicator come to, as the template {@code dashboard/sub-items} draws it.
 *
 * @param sum in words; null where values do not add up
 * @param missing how many have no value
 * @param lamp of all parts together
 */
record SplitRow(List<PartRow> parts, @Nullable String sum, int missing, Lamp lamp) {

    /**
     * One part.
     *
     * @param unitName of the unit that carries it
     * @param named whether it has a name of its own, beside the unit's
     * @param own whether its value is entered here
     * @param missing whether a value is asked for and there is none
     * @param row its value against its share
     */
    record PartRow(String unitName, boolean named, boolean own, boolean missing, IndicatorRow row) {}
}
