package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.reporting.CycleReopening.Reopening;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects;

/** Tells which key task a work item of a cycle or a round is about, and what its form begins with. */
@Component
class CycleSubjects implements WorkItemSubjects {

    private static final Subject NONE = new Subject(null, null);

    private final JdbcClient jdbc;
    private final CycleReports reports;
    private final Readings readings;
    private final ReportChecks checks;
    private final CycleReopening reopenings;
    private final ReportBurden burden;
    private final MessageSourceAccessor messages;

    CycleSubjects(
            JdbcClient jdbc,
            CycleReports reports,
            Readings readings,
            ReportChecks checks,
            CycleReopening reopenings,
            ReportBurden burden,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.readings = readings;
        this.checks = checks;
        this.reopenings = reopenings;
        this.burden = burden;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Override
    public Set<String> processes() {
        return Set.of("quarterly-cycle", "reporting-round");
    }

    @Override
    public Map<String, Subject> describe(Collection<WorkItem> items) {
        Map<String, Subject> byKey = new HashMap<>();
        List<String> keys = items.stream().map(WorkItem::businessKey).distinct().toList();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            select c.id, k.id, k.number, k.goal, u.name from reporting_cycle c
                            join key_task k on k.id = c.key_task_id
                            join org_unit u on u.code = c.lead_unit where c.id in (:ids)""")
                    .param("ids", keys)
                    .query(row -> {
                        byKey.put(
                                row.getString(1),
                                new Subject(
                                        row.getString(1),
                                        new KeyTaskReference(
                                                row.getString(2), row.getInt(3), row.getString(4), row.getString(5))));
                    });
        }
        List<WorkItem> ofRounds = items.stream()
                .filter(item -> item.process().equals("reporting-round"))
                .toList();
        if (!ofRounds.isEmpty()) {
            jdbc.sql("select id, year, quarter from reporting_round where id in (:ids)")
                    .param(
                            "ids",
                            ofRounds.stream()
                                    .map(WorkItem::businessKey)
                                    .distinct()
                                    .toList())
                    .query(row -> {
                        byKey.put(row.getString(1), new Subject(null, null, quarter(row.getString(2), row.getInt(3))));
                    });
        }
        Map<String, Subject> subjects = new HashMap<>();
        items.forEach(item -> subjects.put(item.id(), byKey.getOrDefault(item.businessKey(), NONE)));
        return subjects;
    }

    private String quarter(String year, int number) {
        return messages.getMessage("reporting.quarter", new Object[] {year, number});
    }

    @Override
    public boolean mayBeEnteredOnBehalf(WorkItem item) {
        return item.kind().equals("progress-report");
    }

    @Override
    public List<Warning> warnings(WorkItem item, FormValues values) {
        if (!item.kind().equals("progress-report")) {
            return List.of();
        }
        List<IndicatorReading> measured = readings.ofDraft(
                item.businessKey(), ReportContent.indicatorValues(values), ReportContent.subItemValues(values));
        Verdict verdict = values.choice("verdict", Verdict.class).orElse(null);
        return checks.of(item.businessKey(), values.text("progress"), verdict, measured).stream()
                .map(doubt -> new Warning(doubt.rule().code(), doubt.arguments(), doubt.blocking()))
                .toList();
    }

    /** Why the report came back: who says so, the reason and what is to be mended; of a round, its result table. */
    @Override
    public List<Fact> facts(WorkItem item) {
        if (item.process().equals("reporting-round")) {
            return List.of(new Fact(
                    messages.getMessage("reporting.preview.crumb"),
                    null,
                    String.valueOf(describe(List.of(item)).get(item.id()).matter()),
                    "/rounds/" + item.businessKey() + "/preview"));
        }
        if (item.kind().equals("unit-review") || item.kind().equals("office-review")) {
            return Stream.concat(doubts(item.businessKey()).stream(), askedBefore(item.businessKey()).stream())
                    .toList();
        }
        if (!item.kind().equals("progress-report")) {
            return List.of();
        }
        Optional<ReportVersion> last = reports.versions(item.businessKey()).stream()
                .filter(version -> version.undoneAt() == null)
                .findFirst();
        Optional<Reopening> reopening = reopenings.latest(item.businessKey());
        if (reopening.isPresent()
                && last.filter(report ->
                                report.submittedAt().isAfter(reopening.get().reopenedAt()))
                        .isEmpty()) {
            return List.of(new Fact(
                    messages.getMessage(
                            "reporting.fact.reopened",
                            new Object[] {reopening.get().reopenedBy()}),
                    null,
                    reopening.get().reason()));
        }
        return last.flatMap(version -> version.reviews().stream()
                        .map(ReportVersion.SignedReview::review)
                        .filter(review -> review.decision() == ReviewDecision.RETURN)
                        .findFirst())
                .map(this::facts)
                .orElse(List.of());
    }

    /** Whoever returns a report asks again: from the second time on the reviewer sees what that has cost the unit. */
    private Optional<Fact> askedBefore(String cycleId) {
        return burden.repeated(cycleId)
                .map(asked -> new Fact(
                        messages.getMessage("reporting.fact.asked"),
                        null,
                        messages.getMessage(
                                "reporting.fact.asked-times",
                                new Object[] {asked.times(), asked.measured(), asked.minutes(), asked.times() + 1})));
    }

    /** What was doubtful about the report under review, with the unit's answers. */
    private List<Fact> doubts(String cycleId) {
        return reports.versions(cycleId).stream()
                .limit(1)
                .flatMap(version -> version.doubts().stream())
                .map(answered -> new Fact(
                        messages.getMessage(
                                answered.doubt().rule().code(),
                                answered.doubt().arguments().toArray()),
                        null,
                        messages.getMessage("reporting.fact.answered", new Object[] {answered.answer()})))
                .toList();
    }

    private List<Fact> facts(Review review) {
        String step = messages.getMessage("reporting.review-step." + review.step());
        Fact comment = new Fact(
                messages.getMessage("reporting.fact.returned", new Object[] {step}),
                null,
                String.valueOf(review.comment()));
        return review.reason() == null
                ? List.of(comment)
                : List.of(
                        new Fact(
                                messages.getMessage("reporting.fact.reason"),
                                null,
                                messages.getMessage("reporting.reason." + review.reason())),
                        comment);
    }

    /** After a return the form begins with what was returned, else with the texts that were approved last. */
    @Override
    public Map<String, Object> prefilled(WorkItem item) {
        if (item.kind().equals("partner-part") && item.unit() != null) {
            List<Map<String, Object>> carried = rows(readings.ofPart(item.businessKey(), item.unit(), Map.of()));
            return carried.isEmpty() ? Map.of() : Map.of("subItemValues", carried);
        }
        if (!item.kind().equals("progress-report")) {
            return Map.of();
        }
        Optional<ReportVersion> returned =
                reports.versions(item.businessKey()).stream().findFirst();
        Map<String, Object> values = returned.or(() -> reports.lastApproved(item.businessKey()))
                .map(CycleSubjects::texts)
                .orElseGet(HashMap::new);
        returned.map(ReportVersion::verdict).ifPresent(verdict -> values.put("verdict", verdict.name()));
        List<IndicatorReading> reported =
                returned.map(ReportVersion::indicators).orElse(List.of());
        Map<String, BigDecimal> own = new HashMap<>();
        reported.stream()
                .flatMap(reading -> Stream.ofNullable(reading.rollUp()))
                .flatMap(rollUp -> rollUp.parts().stream())
                .filter(part -> part.reading().value() != null)
                .forEach(part ->
                        own.put(String.valueOf(part.item().id()), part.reading().value()));
        List<IndicatorReading> asked = readings.ofDraft(item.businessKey(), Map.of(), own);
        if (!asked.isEmpty()) {
            values.put("indicatorValues", rows(asked, reported));
        }
        List<SubItemReading> ofLead = Readings.ofLead(asked);
        if (!ofLead.isEmpty()) {
            values.put("subItemValues", rows(ofLead));
        }
        return values;
    }

    /** A row for each indicator that is agreed on now, with what was reported of it, or what its parts come to. */
    private static List<Map<String, Object>> rows(List<IndicatorReading> asked, List<IndicatorReading> reported) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (IndicatorReading reading : asked) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(ReportContent.INDICATOR, String.valueOf(reading.indicator().id()));
            row.put("indicator", reading.indicator().target().summary());
            BigDecimal figure =
                    reading.rollUp() == null ? null : reading.rollUp().figure(reading.indicator());
            if (figure != null) {
                row.put("value", figure);
            }
            reported.stream()
                    .filter(each -> each.indicator().id() == reading.indicator().id() && each.value() != null)
                    .forEach(each -> row.put("value", each.value()));
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> rows(List<SubItemReading> carried) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SubItemReading each : carried) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(ReportContent.SUB_ITEM, String.valueOf(each.item().id()));
            row.put("subItem", each.reading().indicator().target().summary());
            if (each.reading().value() != null) {
                row.put("value", each.reading().value());
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> texts(ReportVersion version) {
        Map<String, Object> values = new HashMap<>();
        values.put("progress", version.progress());
        if (version.problems() != null) {
            values.put("problems", version.problems());
        }
        if (version.nextSteps() != null) {
            values.put("nextSteps", version.nextSteps());
        }
        return values;
    }
}
