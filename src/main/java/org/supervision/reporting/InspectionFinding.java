package org.supervision.reporting;

import java.time.LocalDate;
import org.supervision.shared.DomainException;

/**
 * What was seen on the spot.
 *
 * @param seenOn the day, not when it was written down
 */
public record InspectionFinding(FindingAgreement agreement, String text, String place, LocalDate seenOn) {

    static final int LONGEST_PLACE = 200;
    private static final int LONGEST_TEXT = 5_000;

    /**
     * Refuses what cannot have been found.
     *
     * @param from the first day of the quarter that is looked at, or of the key task's year
     * @param reported whether there is a report to compare it with
     * @param photographs how many were attached
     */
    void check(LocalDate from, LocalDate today, boolean reported, int photographs) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw DomainException.invalidField("finding", "reporting.inspection.error.finding", LONGEST_TEXT);
        }
        if (place.isBlank() || place.length() > LONGEST_PLACE) {
            throw DomainException.invalidField("place", "reporting.inspection.error.place", LONGEST_PLACE);
        }
        if (seenOn.isAfter(today)) {
            throw DomainException.invalidField("seenOn", "reporting.inspection.error.future");
        }
        if (seenOn.isBefore(from)) {
            throw DomainException.invalidField("seenOn", "reporting.inspection.error.before-year", from.toString());
        }
        if (agreement != FindingAgreement.NO_REPORT && !reported) {
            throw DomainException.invalidField("agreement", "reporting.inspection.error.no-report");
        }
        if (agreement.isContradicting() && photographs == 0) {
            throw DomainException.invalidField("agreement", "reporting.inspection.error.no-photograph");
        }
    }
}
