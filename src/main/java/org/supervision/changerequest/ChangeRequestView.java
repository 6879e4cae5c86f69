package org.supervision.changerequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Role;

/**
 * A request as lists and pages show it.
 *
 * @param before as it is stored: dates in ISO form, units by code; {@code null} where nothing stood
 * @param beforeText in the reader's words
 * @param workingDays by which an extension is longer; {@code null} of other kinds
 * @param decisions in their order
 */
public record ChangeRequestView(
        String id,
        ChangeKind kind,
        ChangeState state,
        String keyTaskId,
        int keyTaskNumber,
        String goal,
        @Nullable String cycleId,
        String unit,
        String unitName,
        ChangedField field,
        @Nullable String before,
        @Nullable String beforeText,
        String after,
        String afterText,
        @Nullable Integer workingDays,
        String reason,
        @Nullable String progress,
        Role askedAs,
        String askedByName,
        Instant askedAt,
        boolean cityLeaderAsked,
        @Nullable Instant endedAt,
        @Nullable Instant resumedAt,
        List<ChangeDecision> decisions) {

    /** Who decided last; {@code null} while nobody has. */
    public @Nullable ChangeDecision lastDecision() {
        return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    }

    public boolean isPending() {
        return state == ChangeState.PENDING;
    }

    /** Whether nothing is owed now because of it. */
    public boolean isSuspending() {
        return kind == ChangeKind.SUSPENSION && state == ChangeState.GRANTED && resumedAt == null;
    }
}
