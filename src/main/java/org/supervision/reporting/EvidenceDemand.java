package org.supervision.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;

/** Whether a report must be backed by files: as the rules of the government say on the day it is submitted. */
@Component
class EvidenceDemand {

    private final GovernmentRules rules;
    private final EvidenceRecords records;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    EvidenceDemand(GovernmentRules rules, EvidenceRecords records, CurrentUsers currentUsers, Clock clock) {
        this.rules = rules;
        this.records = records;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /** Whether what was submitted on that day had to be backed if it said that all is done. */
    boolean holds(String government, LocalDate submittedOn) {
        return rules.value(government, GovernmentRule.EVIDENCE_FOR_DONE, submittedOn) > 0;
    }

    /** Whether a report with this verdict, submitted now by whoever is acting, would not be backed as it has to be. */
    boolean isUnmet(String cycleId, String government, @Nullable Verdict verdict) {
        return verdict == Verdict.DONE
                && holds(government, LocalDate.now(clock))
                && !records.backsNext(cycleId, currentUsers.required());
    }
}
