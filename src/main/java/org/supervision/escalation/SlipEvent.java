package org.supervision.escalation;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to a slip. */
public sealed interface SlipEvent extends AuditableEvent {

    String slipId();

    @Override
    default String objectType() {
        return "slip";
    }

    @Override
    default String objectId() {
        return slipId();
    }

    /** A reminder went out under its number. */
    record ReminderIssued(String government, String slipId, String cycleId, int rung) implements SlipEvent {
        @Override
        public String act() {
            return "issue-reminder";
        }
    }

    /** Its cause ended, and with it the slip. */
    record SlipEnded(String government, String slipId, EndReason reason) implements SlipEvent {
        @Override
        public String act() {
            return "end-slip";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("endedBecause", new Change(null, reason.name()));
        }
    }
}
