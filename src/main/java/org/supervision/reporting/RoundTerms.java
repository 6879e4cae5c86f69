package org.supervision.reporting;

import java.time.LocalDate;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.shared.Quarter;

/** The working days by which a round is reckoned, as its government's rules said when it was arranged. */
record RoundTerms(
        int reportDueDays,
        int closingDays,
        int partsDays,
        int unitReviewDays,
        int officeReviewDays,
        int resubmissionDays) {

    /** What the rules say today. */
    static RoundTerms today(GovernmentRules rules, String government) {
        return new RoundTerms(
                rules.today(government, GovernmentRule.REPORT_DUE),
                rules.today(government, GovernmentRule.ROUND_CLOSING),
                rules.today(government, GovernmentRule.PARTS_BEFORE),
                rules.today(government, GovernmentRule.UNIT_REVIEW),
                rules.today(government, GovernmentRule.OFFICE_REVIEW),
                rules.today(government, GovernmentRule.RESUBMISSION));
    }

    /** The same with what the office arranges for this round. */
    RoundTerms with(int unitReview, int officeReview, int resubmission) {
        return new RoundTerms(reportDueDays, closingDays, partsDays, unitReview, officeReview, resubmission);
    }

    LocalDate reportDueOn(WorkingDays calendar, Quarter quarter) {
        return calendar.plus(quarter.lastDay(), reportDueDays);
    }

    LocalDate closesOn(WorkingDays calendar, LocalDate reportDueOn) {
        return calendar.plus(reportDueOn, closingDays);
    }

    /** When partner units' parts are due for a report that is due on that day. */
    LocalDate partsDueOn(WorkingDays calendar, LocalDate reportDueOn) {
        return calendar.minus(reportDueOn, partsDays);
    }
}
