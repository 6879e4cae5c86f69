package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** A port: the reporting module tells what sub-items came to. */
public interface SubItemStandings {

    /** @param value in the unit and scale of the target; null where nothing is reported or nothing adds up */
    record Standing(@Nullable BigDecimal value, Lamp lamp) {}

    /**
     * One quarter.
     *
     * @param items by id of the sub-item
     * @param together by id of the indicator; empty for who sees parts of others as little as the report
     */
    record OfQuarter(Quarter quarter, Map<Long, Standing> items, Map<Long, Standing> together) {}

    /** The latest quarter in which the key task has a cycle, as far as the reader may see it. */
    Optional<OfQuarter> latest(String keyTask, CurrentUser reader);
}
