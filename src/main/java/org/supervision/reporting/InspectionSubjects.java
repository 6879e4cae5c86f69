package org.supervision.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.identity.CurrentUsers;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects;

/** Tells an officer what to look at on the spot, and the chief what was found. */
@Component
class InspectionSubjects implements WorkItemSubjects {

    private static final Subject NONE = new Subject(null, null);

    private final JdbcClient jdbc;
    private final InspectionViews inspections;
    private final InspectionStore store;
    private final CycleReports reports;
    private final CurrentUsers currentUsers;
    private final DateWords dates;
    private final Clock clock;
    private final MessageSourceAccessor messages;

    InspectionSubjects(
            JdbcClient jdbc,
            InspectionViews inspections,
            InspectionStore store,
            CycleReports reports,
            CurrentUsers currentUsers,
            DateWords dates,
            Clock clock,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.inspections = inspections;
        this.store = store;
        this.reports = reports;
        this.currentUsers = currentUsers;
        this.dates = dates;
        this.clock = clock;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Override
    public Set<String> processes() {
        return Set.of("inspection");
    }

    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        Map<String, Subject> subjects = new HashMap<>();
        List<String> keys = items.stream().map(WorkItem::businessKey).distinct().toList();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            select i.id, i.cycle_id, k.id, k.number, k.goal, u.name from inspection i
                            join key_task k on k.id = i.key_task_id
                            join org_unit u on u.code = k.lead_unit where i.id in (:ids)""")
                    .param("ids", keys)
                    .query(row -> {
                        subjects.put(
                                row.getString(1),
                                new Subject(
                                        row.getString(2),
                                        new KeyTaskReference(
                                                row.getString(3), row.getInt(4), row.getString(5), row.getString(6))));
                    });
        }
        return items.stream()
                .collect(Collectors.toMap(WorkItem::id, item -> subjects.getOrDefault(item.businessKey(), NONE)));
    }

    /** The officer stands there today, where it was planned. */
    @Override
    public Map<String, Object> prefilled(WorkItem item) {
        return item.kind().equals("inspection-finding")
                ? Map.of(
                        "place", store.get(item.businessKey()).place(),
                        "seenOn", LocalDate.now(clock).toString())
                : Map.of();
    }

    @Override
    public List<Fact> facts(WorkItem item) {
        InspectionView inspection = inspections.get(item.businessKey(), currentUsers.required());
        List<Fact> facts = new ArrayList<>();
        if (inspection.agreement() == null) {
            facts.add(fact(
                    "planned",
                    text(
                            "planned-by",
                            inspection.plannedByName(),
                            dates.day(inspection.plannedOn()),
                            inspection.place()),
                    "/inspections/" + inspection.id()));
        } else {
            facts.add(fact(
                    "agreement",
                    messages.getMessage("reporting.inspection.agreement." + inspection.agreement()),
                    null));
            facts.add(fact("finding", String.valueOf(inspection.finding()), null));
            facts.add(fact(
                    "seen",
                    text(
                            "seen-by",
                            String.valueOf(inspection.foundByName()),
                            dates.day(inspection.seenOn()),
                            inspection.place()),
                    null));
            facts.add(fact(
                    "photographs",
                    text("photographs-count", String.valueOf(inspection.photographCount())),
                    "/inspections/" + inspection.id()));
        }
        facts.add(reported(inspection));
        return facts;
    }

    private Fact reported(InspectionView inspection) {
        if (inspection.cycleId() == null || inspection.quarter() == null) {
            return fact("report", text("no-report"), null);
        }
        String quarter = messages.getMessage("reporting.quarter", new Object[] {
            String.valueOf(inspection.quarter().year()), inspection.quarter().number()
        });
        String progress = reports.versions(inspection.cycleId()).stream()
                .filter(version -> inspection.reportVersion() == null
                        ? version.undoneAt() == null
                        : version.version() == inspection.reportVersion())
                .findFirst()
                .map(ReportVersion::progress)
                .orElseGet(() -> text("no-report"));
        return fact("report", text("report-of", quarter, progress), "/cycles/" + inspection.cycleId());
    }

    private Fact fact(String name, String text, @Nullable String url) {
        return new Fact(messages.getMessage("reporting.inspection.fact." + name), null, text, url);
    }

    private String text(String name, Object... arguments) {
        return messages.getMessage("reporting.inspection.fact." + name, arguments);
    }
}
