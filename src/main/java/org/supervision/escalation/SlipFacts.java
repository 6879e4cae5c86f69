package org.supervision.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.Appeals.AppealView;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects.Fact;

/** What somebody must know to sign, answer or judge an order, an interview or an appeal. */
@Component
class SlipFacts {

    private final SlipViews slips;
    private final SlipAnswers answers;
    private final Appeals appeals;
    private final Refusals words;
    private final NumberWords numbers;
    private final DateWords dates;
    private final WorkingDays workingDays;
    private final Clock clock;

    SlipFacts(
            SlipViews slips,
            SlipAnswers answers,
            Appeals appeals,
            Refusals words,
            NumberWords numbers,
            DateWords dates,
            WorkingDays workingDays,
            Clock clock) {
        this.slips = slips;
        this.answers = answers;
        this.appeals = appeals;
        this.words = words;
        this.numbers = numbers;
        this.dates = dates;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    List<Fact> of(WorkItem item) {
        SlipView slip = slips.about(item.businessKey());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(label("slip"), null, number(slip), "/slips/" + slip.id()));
        facts.add(fact("unit", slip.unitName()));
        facts.add(fact("source", source(slip)));
        if (slip.dueAt() != null) {
            facts.add(fact(
                    "missed",
                    slip.step() == null
                            ? dates.moment(slip.dueAt())
                            : text(
                                    "step",
                                    words.text("escalation.ladder.step." + slip.step(), List.of()),
                                    dates.moment(slip.dueAt()))));
        }
        if (item.kind().equals("interview-decision")) {
            addGround(facts, slip);
        }
        if (slip.requirement() != null) {
            facts.add(fact(slip.isDraft() ? "instruction" : "requirement", slip.requirement()));
        }
        if (slip.limitAt() != null) {
            facts.add(fact("limit", dates.dueInWords(slip.limitAt())));
        }
        answers.of(slip.id()).forEach(answer -> addAnswer(facts, answer));
        appeals.of(slip.id()).ifPresent(appeal -> addAppeal(facts, appeal));
        return facts;
    }

    /** A city leader decides from this page alone: how late it is, what the unit was sent, and what it answered last. */
    private void addGround(List<Fact> facts, SlipView interview) {
        if (interview.dueAt() != null) {
            LocalDate dueOn = LocalDate.ofInstant(interview.dueAt(), WorkingDays.ZONE);
            facts.add(fact("late", text("late", String.valueOf(workingDays.between(dueOn, LocalDate.now(clock))))));
        }
        List<SlipView> before = slips.before(interview);
        if (before.isEmpty()) {
            facts.add(fact("before", text("none")));
        }
        before.forEach(slip -> facts.add(new Fact(label("before"), null, stand(slip), "/slips/" + slip.id())));
        answers.lastAccepted(interview.unit())
                .ifPresentOrElse(
                        accepted -> {
                            facts.add(new Fact(
                                    label("accepted"),
                                    null,
                                    number(slips.about(accepted.slipId())),
                                    "/slips/" + accepted.slipId()));
                            addAnswer(facts, accepted.answer());
                        },
                        () -> facts.add(fact("accepted", text("none"))));
    }

    private String stand(SlipView slip) {
        return text(
                "stand",
                number(slip),
                dates.shortMoment(slip.issuedAt()),
                slip.isOpen()
                        ? words.text("escalation.list.running", List.of())
                        : words.text("escalation.ended." + slip.endWording(), List.of()));
    }

    /** What the ladder proposes tells on which working day. */
    private String source(SlipView slip) {
        return slip.kind() == SlipKind.INTERVIEW && slip.source() == SlipSource.LADDER
                ? text("source.INTERVIEW", String.valueOf(slip.rung()))
                : text("source." + slip.source());
    }

    private void addAnswer(List<Fact> facts, SlipAnswer answer) {
        facts.add(new Fact(
                label("answer", answer.answeredBy(), dates.shortMoment(answer.answeredAt())), null, answer.answer()));
        if (answer.comment() != null && answer.reviewedAt() != null) {
            facts.add(new Fact(
                    label("review", answer.reviewedBy(), dates.shortMoment(answer.reviewedAt())),
                    null,
                    answer.comment()));
        }
    }

    private void addAppeal(List<Fact> facts, AppealView appeal) {
        facts.add(new Fact(
                label("appeal", appeal.filedBy(), dates.shortMoment(appeal.filedAt())), null, appeal.reason()));
    }

    private String number(SlipView slip) {
        return slip.year() == null || slip.number() == null
                ? text("draft", words.text("portal.slip." + slip.kind(), List.of()))
                : numbers.own(slip.kind(), slip.year(), slip.number());
    }

    private Fact fact(String what, String text) {
        return new Fact(label(what), null, text);
    }

    private String label(String what, @Nullable Object... arguments) {
        return text("label." + what, arguments);
    }

    private String text(String key, @Nullable Object... arguments) {
        return words.text("escalation.fact." + key, List.of(arguments));
    }
}
