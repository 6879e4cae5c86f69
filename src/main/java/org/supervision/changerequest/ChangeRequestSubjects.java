package org.supervision.changerequest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects;

/** Tells whoever has to decide about a request what is asked, why, and what the others said. */
@Component
class ChangeRequestSubjects implements WorkItemSubjects {

    private static final Subject NONE = new Subject(null, null);

    private final JdbcClient jdbc;
    private final ChangeRequestStore store;
    private final ChangeWords words;
    private final DateWords dates;
    private final OrgUnits units;

    ChangeRequestSubjects(
            JdbcClient jdbc, ChangeRequestStore store, ChangeWords words, DateWords dates, OrgUnits units) {
        this.jdbc = jdbc;
        this.store = store;
        this.words = words;
        this.dates = dates;
        this.units = units;
    }

    @Override
    public Set<String> processes() {
        return Arrays.stream(ChangeKind.values()).map(ChangeKind::process).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        Map<String, Subject> byRequest = new HashMap<>();
        List<String> keys = items.stream().map(WorkItem::businessKey).distinct().toList();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            select r.id, r.cycle_id, k.id, k.number, k.goal, u.name from change_request r
                            join key_task k on k.id = r.key_task_id
                            join org_unit u on u.code = k.lead_unit where r.id in (:ids)""")
                    .param("ids", keys)
                    .query(row -> {
                        byRequest.put(
                                row.getString(1),
                                new Subject(
                                        row.getString(2),
                                        new KeyTaskReference(
                                                row.getString(3), row.getInt(4), row.getString(5), row.getString(6))));
                    });
        }
        return items.stream()
                .collect(Collectors.toMap(WorkItem::id, item -> byRequest.getOrDefault(item.businessKey(), NONE)));
    }

    @Override
    public List<Fact> facts(WorkItem item) {
        ChangeRequest request = store.get(item.businessKey());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("kind", words.of("changerequest.kind." + request.kind())));
        facts.add(change(request));
        facts.add(fact("reason", request.reason()));
        if (request.progress() != null) {
            facts.add(fact("progress", request.progress()));
        }
        facts.add(fact(
                "asked",
                words.of(
                        "changerequest.fact.asked-by",
                        units.find(request.unit()).map(OrgUnit::name).orElse(request.unit()),
                        request.askedByName(),
                        words.of("changerequest.asked-as." + request.askedAs()),
                        dates.moment(request.askedAt()))));
        store.decisions(List.of(request.id()))
                .getOrDefault(request.id(), List.of())
                .forEach(decision -> facts.add(said(request, decision)));
        return facts;
    }

    /** Only texts are compared word by word; a date or a unit is read as a whole. */
    private Fact change(ChangeRequest request) {
        String before = words.value(request.field(), request.before());
        String after = words.value(request.field(), request.after());
        String label = words.of(request.field());
        return switch (request.kind()) {
            case EXTENSION ->
                new Fact(
                        label,
                        null,
                        words.of("changerequest.fact.extension", before, after, words.workingDays(request)));
            case PLAN_CHANGE -> new Fact(label, before, String.valueOf(after));
            case LEAD_CHANGE -> new Fact(label, null, words.of("changerequest.fact.lead", before, after));
            case SUSPENSION -> new Fact(label, null, String.valueOf(after));
        };
    }

    private Fact said(ChangeRequest request, ChangeDecision decision) {
        String answer = request.isOpinion(decision.step()) ? "changerequest.opinion." : "changerequest.decision.";
        String said = words.of(
                "changerequest.fact.said",
                words.of(answer + decision.decision()),
                decision.decidedByName(),
                dates.moment(decision.decidedAt()));
        return new Fact(
                words.of("changerequest.step." + decision.step()),
                null,
                decision.comment() == null ? said : said + "\n" + decision.comment());
    }

    private Fact fact(String name, String text) {
        return new Fact(words.of("changerequest.fact." + name), null, text);
    }
}
