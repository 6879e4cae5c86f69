package org.supervision.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects;

/** What whoever writes or signs a circular must know, and what its text begins with. */
@Component
class CircularSubjects implements WorkItemSubjects {

    private final CircularStore store;
    private final Refusals words;
    private final NumberWords numbers;
    private final DateWords dates;
    private final Clock clock;

    CircularSubjects(CircularStore store, Refusals words, NumberWords numbers, DateWords dates, Clock clock) {
        this.store = store;
        this.words = words;
        this.numbers = numbers;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of("circular");
    }

    /** It concerns many key tasks: there is one in hand at a time, so that one look at each costs little. */
    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        return items.stream().collect(Collectors.toMap(WorkItem::id, item -> new Subject(null, null, matter(item))));
    }

    private String matter(WorkItem item) {
        CircularView circular = store.get(item.businessKey());
        return circular.subject() == null
                ? text(
                        "escalation.circular.units",
                        circular.unitCount(),
                        circular.entries().size())
                : circular.subject();
    }

    @Override
    public Map<String, Object> prefilled(WorkItem item) {
        if (!item.kind().equals("circular-draft")) {
            return Map.of();
        }
        CircularView circular = store.get(item.businessKey());
        if (circular.subject() != null && circular.body() != null) {
            return Map.of("subject", circular.subject(), "body", circular.body());
        }
        return Map.of(
                "subject",
                text("escalation.circular.subject"),
                "body",
                text(
                        "escalation.circular.body",
                        dates.date(LocalDate.now(clock)),
                        String.valueOf(circular.unitCount()),
                        String.valueOf(circular.entries().size())));
    }

    @Override
    public List<Fact> facts(WorkItem item) {
        CircularView circular = store.get(item.businessKey());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                text("escalation.circular.fact.draft"),
                null,
                text("escalation.circular.fact.drafted", circular.draftedBy(), dates.moment(circular.draftedAt())),
                "/circulars/" + circular.id()));
        if (circular.comment() != null) {
            facts.add(fact("escalation.circular.fact.comment", circular.comment()));
        }
        if (item.kind().equals("circular-signature") && circular.subject() != null && circular.body() != null) {
            facts.add(fact("escalation.circular.fact.subject", circular.subject()));
            facts.add(fact("escalation.circular.fact.body", circular.body()));
        }
        circular.entries().forEach(entry -> facts.add(entry(circular.government(), entry)));
        return facts;
    }

    private Fact entry(String government, CircularView.Entry entry) {
        String number = numbers.of(government, SlipKind.SUPERVISION_ORDER, entry.orderYear(), entry.orderNumber());
        return new Fact(
                entry.withdrawn() ? text("escalation.circular.withdrawn", number) : number,
                null,
                text(
                        "escalation.circular.fact.entry",
                        entry.unitName(),
                        String.valueOf(entry.keyTaskNumber()),
                        entry.goal()),
                "/slips/" + entry.slipId());
    }

    private Fact fact(String label, String text) {
        return new Fact(text(label), null, text);
    }

    private String text(String key, @Nullable Object... arguments) {
        return words.text(key, List.of(arguments));
    }
}
