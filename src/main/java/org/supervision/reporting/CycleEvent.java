package org.supervision.reporting;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to a quarterly cycle. */
public sealed interface CycleEvent extends AuditableEvent {

    String cycleId();

    @Override
    default String objectType() {
        return "reporting-cycle";
    }

    @Override
    default String objectId() {
        return cycleId();
    }

    /** A partner unit handed in its part. */
    record PartSubmitted(String government, String cycleId, String unit, String progress) implements CycleEvent {
        @Override
        public String act() {
            return "submit-part";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("unit", new Change(null, unit), "progress", new Change(null, progress));
        }
    }

    /** The lead unit submitted a version of its report; whatever was overdue about it has ended. */
    record ReportSubmitted(
            String government, String cycleId, int version, Verdict verdict, @Nullable String before, String progress)
            implements CycleEvent {
        @Override
        public String act() {
            return "submit-report";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "state", new Change("DRAFTING", "UNIT_REVIEW"),
                    "version", new Change(version == 1 ? null : String.valueOf(version - 1), String.valueOf(version)),
                    "verdict", new Change(null, verdict.name()),
                    "progress", new Change(before, progress));
        }
    }

    /** A reviewer approved a version or returned it for revision. */
    record ReportReviewed(
            String government,
            String cycleId,
            int version,
            ReviewStep step,
            ReviewDecision decision,
            @Nullable ReturnReason reason,
            CycleState after)
            implements CycleEvent {
        @Override
        public String act() {
            return (decision == ReviewDecision.APPROVE ? "approve-by-" : "return-by-")
                    + step.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public Map<String, Change> changes() {
            Change state = new Change(step + "_REVIEW", after.name());
            return reason == null
                    ? Map.of("state", state)
                    : Map.of("state", state, "reason", new Change(null, reason.name()));
        }
    }

    /**
     * The report was not submitted when its due instant came.
     *
     * @param episode counts how often this cycle became overdue: after a return it may happen again
     */
    record CycleOverdue(String government, String cycleId, int episode) implements CycleEvent {
        @Override
        public String act() {
            return "become-overdue";
        }
    }
}
