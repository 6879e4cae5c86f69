package org.supervision.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.supervision.escalation.AppealEvent.AppealDecided;
import org.supervision.escalation.AppealEvent.AppealFiled;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.notification.NoticeFacts.SlipFacts;
import org.supervision.shared.AuditableEvent;

/** Tells the chief of an appeal, and the unit and the officers what came of it. */
@Component
class AppealNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    AppealNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(AppealFiled event) {
        inbox.tell(
                notice(event, "appeal-filed", event.slipId()), GroupPath.office(event.government(), Role.OFFICE_CHIEF));
    }

    @AfterCommit
    void on(AppealDecided event) {
        inbox.tell(
                notice(event, event.upheld() ? "appeal-refused" : "appeal-granted", event.slipId()),
                List.of(
                        GroupPath.liaison(event.government(), event.unit()),
                        GroupPath.unitLeader(event.government(), event.unit()),
                        GroupPath.office(event.government(), Role.OFFICER)));
    }

    /** An appeal is read on the page of its slip. */
    private Notice notice(AuditableEvent event, String kind, String slipId) {
        SlipFacts slip = facts.slip(slipId);
        return Notice.of(event, kind, slip.title(), slip.keyTask(), slip.goal()).about("slip", slipId);
    }
}
