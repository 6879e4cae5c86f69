package org.supervision.changerequest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to a change request. */
public sealed interface ChangeRequestEvent extends AuditableEvent {

    String requestId();

    @Override
    default String objectType() {
        return "change-request";
    }

    @Override
    default String objectId() {
        return requestId();
    }

    /** Somebody asked; its process starts in the same transaction. */
    record ChangeAsked(
            String government,
            String requestId,
            ChangeKind kind,
            String keyTaskId,
            @Nullable String cycleId,
            ChangedField field,
            @Nullable String before,
            String after,
            String reason)
            implements ChangeRequestEvent {
        @Override
        public String act() {
            return "ask-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Map<String, Change> changes() {
            Map<String, Change> changes = new LinkedHashMap<>();
            changes.put(field.name(), new Change(before, after));
            changes.put("reason", new Change(null, reason));
            return changes;
        }
    }

    /** One of those who have to agree answered. */
    record ChangeDecided(
            String government,
            String requestId,
            ChangeStep step,
            ChangeDecision.Answer decision,
            @Nullable String comment)
            implements ChangeRequestEvent {
        @Override
        public String act() {
            return "decide-change";
        }

        @Override
        public Map<String, Change> changes() {
            Map<String, Change> changes = new LinkedHashMap<>();
            changes.put(step.name(), new Change(null, decision.name()));
            if (comment != null) {
                changes.put("comment", new Change(null, comment));
            }
            return changes;
        }
    }

    /** It is pending no longer: granted with all it changes, refused, withdrawn or without object. */
    record ChangeEnded(
            String government,
            String requestId,
            ChangeKind kind,
            String keyTaskId,
            @Nullable String cycleId,
            ChangeState state)
            implements ChangeRequestEvent {

        /** Whether it ended without the decision its process waits for. */
        public boolean isUndecided() {
            return state == ChangeState.WITHDRAWN || state == ChangeState.LAPSED;
        }

        @Override
        public String act() {
            return switch (state) {
                case GRANTED -> "grant-change";
                case REFUSED -> "refuse-change";
                case WITHDRAWN -> "withdraw-change";
                case LAPSED -> "lapse-change";
                case PENDING -> throw new IllegalStateException(requestId + " has not ended");
            };
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("state", new Change(ChangeState.PENDING.name(), state.name()));
        }
    }

    /** The office let a suspended key task go on. */
    record KeyTaskResumed(String government, String requestId, String keyTaskId, @Nullable String comment)
            implements ChangeRequestEvent {
        @Override
        public String act() {
            return "resume-key-task";
        }

        @Override
        public Map<String, Change> changes() {
            return comment == null ? Map.of() : Map.of("comment", new Change(null, comment));
        }
    }
}
