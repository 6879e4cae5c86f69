package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Scale;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** A port: the reporting module tells what the last closed quarter of key tasks came to. */
public interface KeyTaskEndings {

    /**
     * How a key task stood in its last quarter that was closed.
     *
     * @param outcome name of how the cycle ended, {@code APPROVED} with a verdict
     * @param verdict name of the office's verdict; {@code null} without an approved report, or where it is unknown
     * @param values what the approved report says of the indicators
     */
    record Ending(
            String cycleId,
            Quarter quarter,
            String outcome,
            @Nullable String verdict,
            Lamp lamp,
            List<EndValue> values) {

        /** Whether nothing is left to be done. */
        public boolean isDone() {
            return "DONE".equals(verdict);
        }
    }

    /**
     * What an indicator came to.
     *
     * @param value in the scale and unit of the target
     * @param target {@code null} if it has no figure
     */
    record EndValue(String name, BigDecimal value, @Nullable BigDecimal target, Scale scale, String unit) {

        /** As people write it, without scale and unit. */
        public String written() {
            return value.stripTrailingZeros().toPlainString();
        }

        /** The target as people write it; {@code null} if it has no figure. */
        public @Nullable String writtenTarget() {
            return target == null ? null : target.stripTrailingZeros().toPlainString();
        }
    }

    /** By id of the key task; those without a closed quarter are left out. */
    Map<String, Ending> of(Collection<String> keyTasks);
}
