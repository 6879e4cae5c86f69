package org.supervision.notification;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.notification.NoticeFacts.CycleFacts;
import org.supervision.reporting.CycleEvent.ReportReviewed;
import org.supervision.reporting.CycleEvent.ReportSubmitted;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.ReviewStep;

/** Tells the lead unit's people how its report fares. */
@Component
class CycleNotices {

    private final Inbox inbox;
    private final NoticeFacts facts;

    CycleNotices(Inbox inbox, NoticeFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @AfterCommit
    void on(ReportSubmitted event) {
        CycleFacts cycle = facts.cycle(event.cycleId());
        inbox.tell(
                Notice.of(event, "report-submitted", cycle.number(), cycle.goal())
                        .nth(event.version()),
                GroupPath.unitLeader(event.government(), cycle.unit()));
    }

    /** What the unit leader returns concerns the liaison; what the office returns concerns both. */
    @AfterCommit
    void on(ReportReviewed event) {
        if (event.decision() != ReviewDecision.RETURN) {
            return;
        }
        CycleFacts cycle = facts.cycle(event.cycleId());
        GroupPath liaison = GroupPath.liaison(event.government(), cycle.unit());
        GroupPath leader = GroupPath.unitLeader(event.government(), cycle.unit());
        inbox.tell(
                Notice.of(
                                event,
                                "report-returned-by-" + event.step().name().toLowerCase(Locale.ROOT),
                                cycle.number(),
                                cycle.goal(),
                                cycle.reportDueAt())
                        .nth(event.version()),
                event.step() == ReviewStep.OFFICE ? List.of(liaison, leader) : List.of(liaison));
    }
}
