package org.supervision.escalation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects;

/** Tells which key task a work item of an order, an interview or an appeal is about, whose interview it is, and what its form begins with. */
@Component
class SlipSubjects implements WorkItemSubjects {

    private static final Subject NONE = new Subject(null, null);

    private final JdbcClient jdbc;
    private final SlipStore store;
    private final SlipFacts facts;
    private final Refusals words;

    SlipSubjects(JdbcClient jdbc, SlipStore store, SlipFacts facts, Refusals words) {
        this.jdbc = jdbc;
        this.store = store;
        this.facts = facts;
        this.words = words;
    }

    @Override
    public Set<String> processes() {
        return Set.of("supervision-order", "interview-proposal", "appeal");
    }

    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        Map<String, Subject> bySlip = new HashMap<>();
        List<String> keys = items.stream().map(WorkItem::businessKey).distinct().toList();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            select coalesce(a.id, s.id), s.cycle_id, k.id, k.number, k.goal,
                                case s.kind when 'INTERVIEW' then u.name end, l.name
                            from slip s
                            join key_task k on k.id = s.key_task_id
                            join org_unit u on u.code = s.unit
                            join org_unit l on l.code = k.lead_unit
                            left join appeal a on a.slip_id = s.id and a.id in (:ids)
                            where s.id in (:ids) or a.id in (:ids)""")
                    .param("ids", keys)
                    .query(row -> {
                        bySlip.put(
                                row.getString(1),
                                new Subject(
                                        row.getString(2),
                                        new KeyTaskReference(
                                                row.getString(3), row.getInt(4), row.getString(5), row.getString(7)),
                                        row.getString(6)));
                    });
        }
        Map<String, Subject> subjects = new HashMap<>();
        items.forEach(item -> subjects.put(item.id(), bySlip.getOrDefault(item.businessKey(), NONE)));
        return subjects;
    }

    /** An order begins with the instruction it carries, or with what is asked of every late report. */
    @Override
    public Map<String, Object> prefilled(WorkItem item) {
        if (!item.kind().equals("order-signature")) {
            return Map.of();
        }
        SlipRecord slip = store.get(item.businessKey());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "requirement",
                slip.requirement() == null
                        ? words.text("escalation.order.requirement", List.of())
                        : slip.requirement());
        if (slip.limitAt() != null) {
            values.put(
                    "limitOn",
                    LocalDate.ofInstant(slip.limitAt(), WorkingDays.ZONE).toString());
        }
        return values;
    }

    @Override
    public List<Fact> facts(WorkItem item) {
        return facts.of(item);
    }
}
