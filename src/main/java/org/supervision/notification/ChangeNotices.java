package org.supervision.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.supervision.changerequest.ChangeRequestEvent.ChangeAsked;
import org.supervision.changerequest.ChangeRequestEvent.ChangeDecided;
import org.supervision.changerequest.ChangeRequestEvent.ChangeEnded;
import org.supervision.changerequest.ChangeState;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.notification.NoticeFacts.ChangeFacts;
import org.supervision.shared.AuditableEvent;
import org.supervision.workflow.WaitingWorkItems;

/** Tells of change requests: each who has to decide next, and at last those whom the decision concerns. */
@Component
class ChangeNotices {

    /** Forms by which somebody is asked; a resumption is not asked for but comes with its date. */
    private static final Set<String> ASKING = Set.of("change-decision", "change-opinion");

    private final Inbox inbox;
    private final NoticeFacts facts;
    private final WaitingWorkItems workItems;

    ChangeNotices(Inbox inbox, NoticeFacts facts, WaitingWorkItems workItems) {
        this.inbox = inbox;
        this.facts = facts;
        this.workItems = workItems;
    }

    @AfterCommit
    void on(ChangeAsked event) {
        ask(event, event.government());
    }

    @AfterCommit
    void on(ChangeDecided event) {
        ask(event, event.government());
    }

    /** Whom it waits for now: nobody once it has ended. */
    private void ask(AuditableEvent event, String government) {
        ChangeFacts change = facts.change(event.objectId());
        workItems.at(event.objectId(), government).stream()
                .filter(item -> ASKING.contains(item.kind()))
                .forEach(
                        item -> inbox.tell(notice(event, "change-asked", change).at(item.step()), item.candidates()));
    }

    /** Who takes a request back needs not be told. */
    @AfterCommit
    void on(ChangeEnded event) {
        if (event.state() == ChangeState.WITHDRAWN) {
            return;
        }
        ChangeFacts change = facts.change(event.requestId());
        List<GroupPath> told = new ArrayList<>(postsOf(event.government(), change.unit()));
        if (change.newLead() != null && event.state() == ChangeState.GRANTED) {
            told.addAll(postsOf(event.government(), change.newLead()));
        }
        if (change.askedByOffice()) {
            told.add(GroupPath.office(event.government(), Role.OFFICER));
        }
        inbox.tell(notice(event, "change-ended-" + event.state().name(), change), told);
    }

    private static List<GroupPath> postsOf(String government, String unit) {
        return List.of(GroupPath.liaison(government, unit), GroupPath.unitLeader(government, unit));
    }

    private static Notice notice(AuditableEvent event, String kind, ChangeFacts change) {
        return Notice.of(
                event, kind, change.keyTask(), change.goal(), change.kind().ordinal(), change.unitName());
    }
}
