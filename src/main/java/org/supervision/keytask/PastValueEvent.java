package org.supervision.keytask;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to a value of a past year. */
sealed interface PastValueEvent extends AuditableEvent {

    PastValue value();

    @Override
    default String government() {
        return value().government();
    }

    @Override
    default String objectType() {
        return "past-value";
    }

    @Override
    default String objectId() {
        return value().id();
    }

    /** A person picked it from a report. */
    record PastValueKept(PastValue value) implements PastValueEvent {
        @Override
        public String act() {
            return "keep-past-value";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("words", new Change(null, value.words()));
        }
    }

    /** A person took it back. */
    record PastValueDropped(PastValue value) implements PastValueEvent {
        @Override
        public String act() {
            return "drop-past-value";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("words", new Change(value.words(), null));
        }
    }
}
