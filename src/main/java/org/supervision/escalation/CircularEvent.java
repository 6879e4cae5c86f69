package org.supervision.escalation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to a circular. */
public sealed interface CircularEvent extends AuditableEvent {

    String circularId();

    @Override
    default String objectType() {
        return "circular";
    }

    @Override
    default String objectId() {
        return circularId();
    }

    /** An officer took matters together; the text is still to be written. */
    record CircularDrafted(String government, String circularId, List<String> slipIds) implements CircularEvent {
        @Override
        public String act() {
            return "draft-circular";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("entries", new Change(null, String.join(", ", slipIds)));
        }
    }

    /** It waits for the chief's signature. */
    record CircularSubmitted(String government, String circularId, String subject, @Nullable String before, String body)
            implements CircularEvent {
        @Override
        public String act() {
            return "submit-circular";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("subject", new Change(null, subject), "body", new Change(before, body));
        }
    }

    /** The chief wants it changed. */
    record CircularReturned(String government, String circularId, String comment) implements CircularEvent {
        @Override
        public String act() {
            return "return-circular";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("comment", new Change(null, comment));
        }
    }

    /** The chief signed; every unit may read it. */
    record CircularIssued(String government, String circularId, int number) implements CircularEvent {
        @Override
        public String act() {
            return "issue-circular";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("number", new Change(null, String.valueOf(number)));
        }
    }

    /** It is not to be; its matters can be entered in another. */
    record CircularDiscarded(String government, String circularId) implements CircularEvent {
        @Override
        public String act() {
            return "discard-circular";
        }
    }
}
