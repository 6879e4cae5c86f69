package org.supervision.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.supervision.escalation.CircularEvent.CircularIssued;
import org.supervision.identity.GroupPath;
import org.supervision.notification.NoticeFacts.CircularFacts;

/** Tells the units a circular names that it is out; writing and signing it are work items, which tell of themselves. */
@Component
class CircularNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    CircularNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(CircularIssued event) {
        CircularFacts circular = facts.circular(event.circularId());
        inbox.tell(
                Notice.of(event, "circular-issued", circular.title(), circular.subject()),
                circular.units().stream()
                        .flatMap(unit -> List.of(
                                GroupPath.liaison(event.government(), unit),
                                GroupPath.unitLeader(event.government(), unit))
                                .stream())
                        .toList());
    }
}
