package org.supervision.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/**
 * A slip about one key task.
 *
 * @param year calendar year of issue; with kind and number unique in its government; both {@code null} for a draft
 * @param cycleId {@code null} for an instruction outside a quarter
 * @param step of the cycle that is late; {@code null} if none is
 * @param level the rung that issued it; {@code null} for what no rung did
 * @param rung working days after the missed date; {@code null} for what no rung did
 * @param resubmission whether a re-submission is late rather than the first report
 * @param dueAt the due instant that was missed
 * @param rungDueAt when the ladder wanted it: earlier than {@code issuedAt} if the system was down
 * @param requirement what an order or an interview asks for, as signed
 * @param limitAt when the answer is due now
 * @param signedLimitAt when it was due by the order as signed
 * @param signedBy name of the person who signed
 */
public record SlipView(
        String id,
        SlipKind kind,
        @Nullable Integer year,
        @Nullable Integer number,
        SlipSource source,
        String keyTaskId,
        @Nullable String cycleId,
        @Nullable String roundId,
        int keyTaskNumber,
        String goal,
        String unit,
        String unitName,
        @Nullable CycleStep step,
        @Nullable Rung level,
        @Nullable Integer rung,
        boolean resubmission,
        @Nullable Instant dueAt,
        @Nullable Instant rungDueAt,
        @Nullable String requirement,
        @Nullable Instant limitAt,
        @Nullable Instant signedLimitAt,
        @Nullable String signedBy,
        Instant draftedAt,
        @Nullable Instant issuedAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endedBecause) {

    /** Whether the answer is due at another instant than the order says. */
    public boolean isLimitMoved() {
        return signedLimitAt != null && !signedLimitAt.equals(limitAt);
    }

    /** Whether an answer is owed and late. */
    public boolean isAnswerLate(Instant now) {
        return isOpen() && !isDraft() && limitAt != null && limitAt.isBefore(now);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isDraft() {
        return issuedAt == null;
    }

    /** Which of the texts says why it ended: a city leader who declines an interview signs nothing. */
    public String endWording() {
        return kind == SlipKind.INTERVIEW && endedBecause == EndReason.DISCARDED
                ? "DECLINED"
                : String.valueOf(endedBecause);
    }

    /** Which of the texts of its kind it has: what is late, or nothing in particular. */
    public String wording() {
        return step == null ? "none" : step == CycleStep.REPORT && resubmission ? "RESUBMISSION" : step.name();
    }

    /** Whether the ladder itself sent it later than a day after it was due; an order waits for a person. */
    public boolean isBelated() {
        return kind == SlipKind.REMINDER
                && issuedAt != null
                && rungDueAt != null
                && issuedAt.isAfter(rungDueAt.plusSeconds(86_400));
    }
}
