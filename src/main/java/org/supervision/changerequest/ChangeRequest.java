package org.supervision.changerequest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;

/**
 * One thing asked to be other than it is.
 *
 * @param cycleId only of an extension
 * @param unit code of the unit that led when it was asked
 * @param progress what has been done so far; only of an extension
 * @param before the value that counted when it was asked; {@code null} where nothing stood
 * @param askedAs liaison, unit leader or officer: an own approval is not asked for again
 * @param cityLeaderAsked whether an extension is too long for the office to grant
 * @param endedAt {@code null} while it is pending
 * @param resumedAt when a granted suspension ended
 */
public record ChangeRequest(
        String id,
        String government,
        ChangeKind kind,
        String keyTaskId,
        @Nullable String cycleId,
        String unit,
        ChangeState state,
        String reason,
        @Nullable String progress,
        ChangedField field,
        @Nullable String before,
        String after,
        Role askedAs,
        String askedBy,
        String askedByName,
        Instant askedAt,
        boolean cityLeaderAsked,
        @Nullable Instant endedAt,
        @Nullable Instant resumedAt) {

    /** Whether the unit's leader has still to agree: not to what the leader asks, nor to a dispute about the lead. */
    public boolean isLeaderAsked() {
        return askedAs == Role.LIAISON && kind != ChangeKind.LEAD_CHANGE;
    }

    public boolean isOfficeAsked() {
        return askedAs != Role.OFFICER;
    }

    /** Whether the person may take it back: any of the unit or office that asked. */
    boolean isOf(CurrentUser user) {
        return askedAs == Role.OFFICER ? user.isOffice() : user.isOfUnit(unit);
    }

    /** Whose grant lets it come true. */
    ChangeStep lastStep() {
        return switch (kind) {
            case EXTENSION -> cityLeaderAsked ? ChangeStep.CITY_LEADER : ChangeStep.OFFICE;
            case PLAN_CHANGE -> ChangeStep.CHIEF;
            case LEAD_CHANGE, SUSPENSION -> ChangeStep.CITY_LEADER;
        };
    }

    /** Whether the step only advises: it goes on whatever the answer. */
    boolean isOpinion(ChangeStep step) {
        return kind == ChangeKind.LEAD_CHANGE && step == ChangeStep.OFFICE;
    }

    LocalDate dateAsked() {
        return LocalDate.parse(after);
    }
}
