package org.supervision.notification;

import org.springframework.stereotype.Component;
import org.supervision.escalation.SlipEvent.ReminderIssued;
import org.supervision.escalation.SlipEvent.SlipEnded;
import org.supervision.identity.GroupPath;
import org.supervision.notification.NoticeFacts.SlipFacts;

/** Tells the late unit's people of their slips. */
@Component
class SlipNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    SlipNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(ReminderIssued event) {
        SlipFacts slip = facts.slip(event.slipId());
        Notice notice = Notice.of(event, "reminder-issued", slip.year(), slip.number(), slip.keyTask(), slip.goal());
        inbox.tell(notice, liaison(event.government(), slip), leader(event.government(), slip));
    }

    @AfterCommit
    void on(SlipEnded event) {
        SlipFacts slip = facts.slip(event.slipId());
        inbox.tell(
                Notice.of(event, "slip-ended-" + event.reason().name(), slip.year(), slip.number(), slip.keyTask()),
                liaison(event.government(), slip),
                leader(event.government(), slip));
    }

    private static GroupPath liaison(String government, SlipFacts slip) {
        return GroupPath.liaison(government, slip.unit());
    }

    private static GroupPath leader(String government, SlipFacts slip) {
        return GroupPath.unitLeader(government, slip.unit());
    }
}
