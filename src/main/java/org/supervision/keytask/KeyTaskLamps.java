package org.supervision.keytask;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** A port: the reporting module tells how key tasks stand. */
public interface KeyTaskLamps {

    /** The lamp of one quarter. */
    record QuarterLamp(Quarter quarter, Lamp level) {}

    /** The lamps of the last four quarters that were arranged, the oldest first; fewer, or none, where there were fewer. */
    Map<String, List<QuarterLamp>> lastFour(Collection<String> keyTasks);

    /** Ids of the key tasks whose latest lamp is that one. */
    List<String> standing(String government, @Nullable Integer year, Lamp lamp);
}
