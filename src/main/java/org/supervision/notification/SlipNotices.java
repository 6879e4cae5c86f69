package org.supervision.notification;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.Audience;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.LadderRule;
import org.supervision.escalation.Ladders;
import org.supervision.escalation.SlipEvent.AnswerReviewed;
import org.supervision.escalation.SlipEvent.InterviewAgreed;
import org.supervision.escalation.SlipEvent.InterviewProposed;
import org.supervision.escalation.SlipEvent.OrderAnswered;
import org.supervision.escalation.SlipEvent.OrderDrafted;
import org.supervision.escalation.SlipEvent.OrderSigned;
import org.supervision.escalation.SlipEvent.ReminderIssued;
import org.supervision.escalation.SlipEvent.SlipEnded;
import org.supervision.escalation.SlipSource;
import org.supervision.notification.NoticeFacts.SlipFacts;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.AuditableEvent;

/** Tells of slips those whom the ladder names for the rung; slips without a rung go to whoever has to act. */
@Component
class SlipNotices {

    private static final Set<EndReason> TOLD_AS_DECIDED = Set.of(EndReason.ANSWER_ACCEPTED, EndReason.WITHDRAWN);

    private final Inbox inbox;
    private final NoticeFacts facts;
    private final Ladders ladders;
    private final Audiences audiences;

    SlipNotices(Inbox inbox, NoticeFacts facts, Ladders ladders, Audiences audiences) {
        this.inbox = inbox;
        this.facts = facts;
        this.ladders = ladders;
        this.audiences = audiences;
    }

    @AfterCommit
    void on(ReminderIssued event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(notice(event, "reminder-issued", slip), slip, audience(slip));
    }

    /** Those the ladder drafts in one night are one entry; a leader's instruction is told by itself. */
    @AfterCommit
    void on(OrderDrafted event) {
        SlipFacts slip = facts.slip(event.slipId());
        Notice drafted = notice(event, "order-drafted-" + event.source().name(), slip);
        tell(
                event.source() == SlipSource.LADDER
                        ? drafted.together(slip.draftedOn().toString(), "/slips?draft=true&kind=SUPERVISION_ORDER")
                        : drafted,
                slip,
                Set.of(Audience.OFFICER));
    }

    @AfterCommit
    void on(InterviewProposed event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(
                notice(event, "interview-proposed", slip)
                        .together(slip.draftedOn().toString(), "/slips?draft=true&kind=INTERVIEW"),
                slip,
                Set.of(Audience.CITY_LEADER));
    }

    /** The one message that does not wait for the next morning. */
    @AfterCommit
    void on(OrderSigned event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(notice(event, "order-signed", slip).atOnce(), slip, audience(slip));
    }

    @AfterCommit
    void on(OrderAnswered event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(
                notice(event, "order-answered", slip).nth(event.version()),
                slip,
                Set.of(Audience.OFFICER, Audience.OFFICE_CHIEF));
    }

    /** Both sides: the unit knows what is still asked of it, every officer how the order stands. */
    @AfterCommit
    void on(AnswerReviewed event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(
                notice(event, event.accepted() ? "answer-accepted" : "answer-returned", slip)
                        .nth(slip.answers()),
                slip,
                Set.of(Audience.LIAISON, Audience.UNIT_LEADER, Audience.OFFICER));
    }

    @AfterCommit
    void on(InterviewAgreed event) {
        SlipFacts slip = facts.slip(event.slipId());
        tell(notice(event, "interview-agreed", slip), slip, Set.of(Audience.UNIT_LEADER, Audience.PRINCIPAL));
    }

    /**
     * What was never issued nobody has heard of; that an answer was accepted or an appeal granted is told as such. What ends with one
     * closing of a round, or with one act on a cycle, is told at once.
     */
    @AfterCommit
    void on(SlipEnded event) {
        SlipFacts slip = facts.slip(event.slipId());
        if (!slip.isIssued() || TOLD_AS_DECIDED.contains(event.reason())) {
            return;
        }
        Notice ended = notice(event, "slip-ended-" + event.reason().name(), slip);
        tell(
                switch (event.reason()) {
                    case ROUND_CLOSED ->
                        ended.together(String.valueOf(slip.roundId()), "/slips?open=false&round=" + slip.roundId());
                    case REPORT_SUBMITTED, REVIEW_DONE, DUE_DATE_MOVED ->
                        slip.episode() == null
                                ? ended
                                : ended.together(slip.cycleId() + ":" + slip.episode(), "/cycles/" + slip.cycleId());
                    default -> ended;
                },
                slip,
                inHouse(audience(slip)));
    }

    private static Notice notice(AuditableEvent event, String kind, SlipFacts slip) {
        return Notice.of(event, kind, slip.title(), slip.keyTask(), slip.goal(), slip.unitName());
    }

    private void tell(Notice notice, SlipFacts slip, Set<Audience> audience) {
        inbox.tell(notice, Audiences.posts(notice.government(), slip.unit(), audience));
        inbox.tellRecipients(notice, audiences.contacts(notice.government(), slip.unit(), audience));
    }

    private Set<Audience> audience(SlipFacts slip) {
        LadderRule rule = slip.level() == null || slip.step() == null || slip.dueAt() == null
                ? null
                : ladders.rule(
                                slip.government(),
                                LocalDate.ofInstant(slip.dueAt(), WorkingDays.ZONE),
                                slip.step(),
                                slip.important(),
                                slip.level())
                        .orElse(null);
        return rule == null ? whoActs(slip.step()) : rule.audience();
    }

    private static Set<Audience> whoActs(@Nullable CycleStep step) {
        return step == CycleStep.OFFICE_REVIEW
                ? Set.of(Audience.OFFICER, Audience.OFFICE_CHIEF)
                : Set.of(Audience.LIAISON, Audience.UNIT_LEADER);
    }

    /** That something is over is no news for people without account. */
    private static Set<Audience> inHouse(Set<Audience> audience) {
        return audience.stream()
                .filter(addressee -> addressee != Audience.SECRETARY && addressee != Audience.PRINCIPAL)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
