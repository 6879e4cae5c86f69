package org.supervision.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A port: the module that chases late cycles tells which slips (催办 and so on) it has issued about one. */
public interface CycleSlips {

    /**
     * A slip about a cycle.
     *
     * @param year calendar year of issue, in which the number counts
     * @param endedBecause {@code null} while it is open
     */
    record Slip(
            String id,
            String kind,
            int year,
            int number,
            Instant issuedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBecause) {}

    /** Those about each cycle, oldest first; without an entry where there are none. */
    Map<String, List<Slip>> of(Collection<String> cycleIds);
}
