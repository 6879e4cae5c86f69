package org.supervision.notification;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.notification.NoticeFacts.RoundFacts;
import org.supervision.reporting.RoundEvent.RoundOpened;
import org.supervision.reporting.RoundEvent.RoundPublished;

/** Tells everybody who takes part in a round that it has begun and that its results are public. */
@Component
class RoundNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    RoundNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(RoundOpened event) {
        RoundFacts round = facts.round(event.roundId());
        inbox.tell(
                Notice.of(event, "round-opened", round.year(), round.quarter(), round.reportDueAt()),
                facts.unitsOfRound(event.government(), event.roundId()));
    }

    @AfterCommit
    void on(RoundPublished event) {
        RoundFacts round = facts.round(event.roundId());
        List<GroupPath> told = new ArrayList<>(facts.unitsOfRound(event.government(), event.roundId()));
        told.add(GroupPath.office(event.government(), Role.OFFICER));
        told.add(GroupPath.office(event.government(), Role.OFFICE_CHIEF));
        told.add(GroupPath.cityLeader(event.government()));
        inbox.tell(
                Notice.of(event, "round-published", round.year(), round.quarter())
                        .nth(event.publication()),
                told);
    }
}
