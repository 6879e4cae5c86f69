package org.supervision.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.notification.NoticeFacts.InspectionFacts;
import org.supervision.reporting.InspectionEvent;
import org.supervision.reporting.InspectionEvent.FindingDecided;
import org.supervision.reporting.InspectionEvent.FindingRecorded;

/** Tells the people of the unit that reported what was found on the spot and what follows from it. */
@Component
class InspectionNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    InspectionNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(FindingRecorded event) {
        tell(event, event.contradictsApproved() ? "finding-contradicts" : "finding-recorded");
    }

    @AfterCommit
    void on(FindingDecided event) {
        tell(event, "finding-decided-" + event.decision());
    }

    private void tell(InspectionEvent event, String kind) {
        InspectionFacts inspection = facts.inspection(event.inspectionId());
        String government = String.valueOf(event.government());
        inbox.tell(
                Notice.of(event, kind, inspection.number(), inspection.goal()),
                List.of(
                        GroupPath.liaison(government, inspection.unit()),
                        GroupPath.unitLeader(government, inspection.unit())));
    }
}
