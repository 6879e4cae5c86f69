package org.supervision.keytask;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** A port: the reporting module tells what the last closed quarter of key tasks came to. */
public interface KeyTaskEndings {

    /**
     * How a key task stood in its last quarter that was closed.
     *
     * @param outcome name of how the cycle ended, {@code APPROVED} with a verdict
     * @param verdict name of the office's verdict; {@code null} without an approved report, or where it is unknown
     * @param values what the approved report says of the indicators, in one line; {@code null} if it names none
     */
    record Ending(
            String cycleId,
            Quarter quarter,
            String outcome,
            @Nullable String verdict,
            Lamp lamp,
            @Nullable String values) {

        /** Whether nothing is left to be done. */
        public boolean isDone() {
            return "DONE".equals(verdict);
        }
    }

    /** By id of the key task; those without a closed quarter are left out. */
    Map<String, Ending> of(Collection<String> keyTasks);
}
