package org.supervision.escalation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;
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

    /**
     * A reminder went out under its number.
     *
     * @param rung working days after the due date; 0 for one by hand
     * @param level {@code null} for one by hand
     */
    record ReminderIssued(
            String government,
            String slipId,
            String cycleId,
            int rung,
            String unit,
            CycleStep step,
            @Nullable Rung level)
            implements SlipEvent {
        @Override
        public String act() {
            return "issue-reminder";
        }
    }

    /** An order waits for an officer's signature. */
    record OrderDrafted(String government, String slipId, String unit, SlipSource source) implements SlipEvent {
        @Override
        public String act() {
            return "draft-order";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("source", new Change(null, source.name()));
        }
    }

    /** An officer signed; the unit must answer. */
    record OrderSigned(String government, String slipId, String unit, int number, @Nullable String draft, String text)
            implements SlipEvent {
        @Override
        public String act() {
            return "sign-order";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("requirement", new Change(draft, text), "number", new Change(null, String.valueOf(number)));
        }
    }

    /** The unit answered. */
    record OrderAnswered(String government, String slipId, String unit, int version, String answer)
            implements SlipEvent {
        @Override
        public String act() {
            return "answer-order";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("answer", new Change(null, answer));
        }
    }

    /** The office accepted the answer or returned it. */
    record AnswerReviewed(String government, String slipId, String unit, boolean accepted, @Nullable String comment)
            implements SlipEvent {
        @Override
        public String act() {
            return accepted ? "accept-answer" : "return-answer";
        }

        @Override
        public Map<String, Change> changes() {
            return comment == null ? Map.of() : Map.of("comment", new Change(null, comment));
        }
    }

    /** An interview waits for a city leader's decision. */
    record InterviewProposed(String government, String slipId, String unit, SlipSource source) implements SlipEvent {
        @Override
        public String act() {
            return "propose-interview";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("source", new Change(null, source.name()));
        }
    }

    /** A city leader decided to hold the interview. */
    record InterviewAgreed(String government, String slipId, String unit, @Nullable String comment)
            implements SlipEvent {
        @Override
        public String act() {
            return "agree-interview";
        }

        @Override
        public Map<String, Change> changes() {
            return comment == null ? Map.of() : Map.of("comment", new Change(null, comment));
        }
    }

    /** The answer is due at another instant: a holiday notice changed the working days, or the key task was suspended. */
    record LimitMoved(String government, String slipId, Instant before, Instant after) implements SlipEvent {
        @Override
        public String act() {
            return "move-limit";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("limitAt", new Change(before.toString(), after.toString()));
        }
    }

    /** Another unit has it from now on: the addressed one was merged into it. */
    record SlipMoved(String government, String slipId, String before, String after) implements SlipEvent {
        @Override
        public String act() {
            return "move-slip";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("unit", new Change(before, after));
        }
    }

    /** What had ended it was taken back: it is open again. */
    record SlipReopened(String government, String slipId, SlipKind kind) implements SlipEvent {
        @Override
        public String act() {
            return "reopen-slip";
        }
    }

    /** It ended, by itself with its cause or by an act. */
    record SlipEnded(String government, String slipId, SlipKind kind, String unit, EndReason reason)
            implements SlipEvent {
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
