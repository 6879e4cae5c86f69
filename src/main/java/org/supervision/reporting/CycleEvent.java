package org.supervision.reporting;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;
import org.supervision.workflow.EntrySource;

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

    /** The office has entered a version for the lead unit from paper or telephone. */
    record ReportEnteredOnBehalf(String government, String cycleId, int version, String unit, EntrySource source)
            implements CycleEvent {
        @Override
        public String act() {
            return "enter-on-behalf";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "version", new Change(null, String.valueOf(version)),
                    "unit", new Change(null, unit),
                    "source", new Change(null, source.name()));
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

    /** Somebody attached a file to what the unit drafts. */
    record EvidenceAttached(String government, String cycleId, String name, String sha256) implements CycleEvent {
        @Override
        public String act() {
            return "attach-evidence";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("file", new Change(null, name), "sha256", new Change(null, sha256));
        }
    }

    /** Somebody took a file out of what the unit drafts. */
    record EvidenceRemoved(String government, String cycleId, String name, String sha256) implements CycleEvent {
        @Override
        public String act() {
            return "remove-evidence";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("file", new Change(name, null), "sha256", new Change(sha256, null));
        }
    }

    /**
     * Whoever had acted took the act back: the cycle stands where it stood before.
     *
     * @param actedAt when it had been done
     */
    record ActUndone(String government, String cycleId, ActKind kind, int version, Instant actedAt)
            implements CycleEvent {
        @Override
        public String act() {
            return "undo";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "undoneAct", new Change(kind.name(), null),
                    "state", new Change(kind.after().name(), kind.before().name()));
        }
    }

    /**
     * A step was not done when its due instant came.
     *
     * @param unit whose part is late; {@code null} for all other steps
     * @param episode counts how often this cycle became overdue: after a return it may happen again
     */
    record CycleOverdue(String government, String cycleId, CycleStep step, @Nullable String unit, int episode)
            implements CycleEvent {
        @Override
        public String act() {
            return "become-overdue";
        }

        @Override
        public Map<String, Change> changes() {
            return unit == null
                    ? Map.of("step", new Change(null, step.name()))
                    : Map.of("step", new Change(null, step.name()), "unit", new Change(null, unit));
        }
    }

    /** A deadline that still counts was set anew; every running timer of the cycle follows in the same transaction. */
    record DueDateMoved(
            String government, String cycleId, CycleStep step, Instant before, Instant after, MoveCause cause)
            implements CycleEvent {

        /** Why a deadline moves. */
        public enum MoveCause {
            EXTENSION,
            RESUMPTION,
            HOLIDAY_NOTICE
        }

        @Override
        public String act() {
            return "move-due-date";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "step", new Change(null, step.name()),
                    "dueAt", new Change(before.toString(), after.toString()),
                    "cause", new Change(null, cause.name()));
        }
    }

    /** Nothing runs and nothing is owed until the cycle is resumed. */
    record CycleSuspended(String government, String cycleId, CycleState before) implements CycleEvent {
        @Override
        public String act() {
            return "suspend";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("state", new Change(before.name(), CycleState.SUSPENDED.name()));
        }
    }

    /** Deadlines count again, later by the working days of the suspension. */
    record CycleResumed(String government, String cycleId, CycleState after, int workingDays) implements CycleEvent {
        @Override
        public String act() {
            return "resume";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "state", new Change(CycleState.SUSPENDED.name(), after.name()),
                    "workingDays", new Change(null, String.valueOf(workingDays)));
        }
    }

    /** The unit owes its part no more: it leads the key task itself, or has become another unit that does. */
    record PartDropped(String government, String cycleId, String unit) implements CycleEvent {
        @Override
        public String act() {
            return "drop-part";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("unit", new Change(unit, null));
        }
    }

    /** Another unit owes the part from now on. */
    record PartnerChanged(String government, String cycleId, String before, String after) implements CycleEvent {
        @Override
        public String act() {
            return "change-partner";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("unit", new Change(before, after));
        }
    }

    /** Another unit leads from now on; what waits for the old one waits for the new one. */
    record LeadUnitChanged(String government, String cycleId, String before, String after) implements CycleEvent {
        @Override
        public String act() {
            return "change-lead";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("leadUnit", new Change(before, after));
        }
    }

    /** The chief lets the lead unit report again although the round is published. */
    record CycleReopened(String government, String cycleId, String roundId, String leadUnit, String reason)
            implements CycleEvent {
        @Override
        public String act() {
            return "reopen-cycle";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("reason", new Change(null, reason));
        }
    }
}
