package org.supervision.reporting;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to marks of what is not for publication. */
public sealed interface WithholdingEvent extends AuditableEvent {

    String keyTaskId();

    @Nullable
    String roundId();

    @Override
    default String objectType() {
        return "key-task";
    }

    @Override
    default String objectId() {
        return keyTaskId();
    }

    private static Map<String, Change> changes(@Nullable String roundId, Change ground, Change reason) {
        Map<String, Change> changes = new HashMap<>(Map.of("ground", ground, "reason", reason));
        if (roundId != null) {
            changes.put("round", new Change(null, roundId));
        }
        return changes;
    }

    /** Something is left out from now on. */
    record Withheld(
            String government, String keyTaskId, @Nullable String roundId, WithholdingGround ground, String reason)
            implements WithholdingEvent {
        @Override
        public String act() {
            return "withhold";
        }

        @Override
        public Map<String, Change> changes() {
            return WithholdingEvent.changes(roundId, new Change(null, ground.name()), new Change(null, reason));
        }
    }

    /** It may be published again. */
    record WithholdingLifted(
            String government, String keyTaskId, @Nullable String roundId, WithholdingGround ground, String reason)
            implements WithholdingEvent {
        @Override
        public String act() {
            return "lift-withholding";
        }

        @Override
        public Map<String, Change> changes() {
            return WithholdingEvent.changes(roundId, new Change(ground.name(), null), new Change(reason, null));
        }
    }
}
