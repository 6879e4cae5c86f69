package org.supervision.escalation;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to an appeal against a slip. */
public sealed interface AppealEvent extends AuditableEvent {

    String appealId();

    @Override
    default String objectType() {
        return "appeal";
    }

    @Override
    default String objectId() {
        return appealId();
    }

    /** The unit appealed; the score of the slip is suspended. */
    record AppealFiled(String government, String appealId, String slipId, String unit, String reason)
            implements AppealEvent {
        @Override
        public String act() {
            return "file-appeal";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("reason", new Change(null, reason));
        }
    }

    /**
     * The chief decided.
     *
     * @param upheld whether the slip stands
     */
    record AppealDecided(String government, String appealId, String slipId, String unit, boolean upheld, String comment)
            implements AppealEvent {
        @Override
        public String act() {
            return upheld ? "uphold-slip" : "withdraw-slip";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("comment", new Change(null, comment));
        }
    }
}
