package org.supervision.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.Quarter;

/**
 * An inspection as lists, pages and REST show it.
 *
 * @param quarter of the report that is looked at; {@code null} where none is
 * @param reportVersion the latest when it was seen
 * @param contradictsApproved whether that version was approved, so that the chief decides
 * @param photographs empty in lists
 */
public record InspectionView(
        String id,
        String keyTaskId,
        int keyTaskNumber,
        String goal,
        String leadUnit,
        String leadUnitName,
        @Nullable String cycleId,
        @Nullable Quarter quarter,
        InspectionState state,
        String place,
        LocalDate plannedOn,
        String plannedByName,
        Instant plannedAt,
        @Nullable FindingAgreement agreement,
        @Nullable String finding,
        @Nullable LocalDate seenOn,
        @Nullable String foundByName,
        @Nullable Instant foundAt,
        @Nullable Integer reportVersion,
        boolean contradictsApproved,
        @Nullable InspectionDecision decision,
        @Nullable String decisionReason,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String cancelReason,
        @Nullable String cancelledByName,
        @Nullable Instant cancelledAt,
        int photographCount,
        List<Evidence> photographs) {

    /** Whether it says that a report is wrong, and nobody has found the finding wrong. */
    public boolean isContradicting() {
        return agreement != null && agreement.isContradicting() && decision != InspectionDecision.REJECT;
    }

    InspectionView with(List<Evidence> attached) {
        return new InspectionView(
                id,
                keyTaskId,
                keyTaskNumber,
                goal,
                leadUnit,
                leadUnitName,
                cycleId,
                quarter,
                state,
                place,
                plannedOn,
                plannedByName,
                plannedAt,
                agreement,
                finding,
                seenOn,
                foundByName,
                foundAt,
                reportVersion,
                contradictsApproved,
                decision,
                decisionReason,
                decidedByName,
                decidedAt,
                cancelReason,
                cancelledByName,
                cancelledAt,
                photographCount,
                attached);
    }
}
