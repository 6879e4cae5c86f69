package org.supervision.escalation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
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
    private final DateWords dates;

    SlipFacts(SlipViews slips, SlipAnswers answers, Appeals appeals, Refusals words, DateWords dates) {
        this.slips = slips;
        this.answers = answers;
        this.appeals = appeals;
        this.words = words;
        this.dates = dates;
    }

    List<Fact> of(WorkItem item) {
        SlipView slip = slips.about(item.businessKey());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(label("slip"), null, number(slip), "/slips/" + slip.id()));
        facts.add(fact("unit", slip.unitName()));
        facts.add(fact("source", text("source." + slip.source())));
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
        String kind = words.text("portal.slip." + slip.kind(), List.of());
        return slip.isDraft()
                ? text("draft", kind)
                : words.text(
                        "escalation.number." + slip.kind(),
                        List.of(String.valueOf(slip.year()), String.valueOf(slip.number())));
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
