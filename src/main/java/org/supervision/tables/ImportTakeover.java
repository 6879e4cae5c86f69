package org.supervision.tables;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.reporting.PastResult;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.ImportEvent.ImportConfirmed;
import org.supervision.tables.ImportPreview.NewUnit;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.TableProblem;

/** Takes the rows of an import over into directory, key tasks and past results, in the caller's transaction. */
@Component
class ImportTakeover {

    private final ImportStore store;
    private final ImportAssessments assessments;
    private final OrgUnits units;
    private final KeyTasks keyTasks;
    private final AnnualPlans plans;
    private final RoundPlanning rounds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportTakeover(
            ImportStore store,
            ImportAssessments assessments,
            OrgUnits units,
            KeyTasks keyTasks,
            AnnualPlans plans,
            RoundPlanning rounds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.assessments = assessments;
        this.units = units;
        this.keyTasks = keyTasks;
        this.plans = plans;
        this.rounds = rounds;
        this.events = events;
        this.clock = clock;
    }

    Confirmation takeOver(TableImport table, boolean acceptNewUnits, CurrentUser by) {
        plans.hold(table.government());
        StoredState stored = assessments.stored(table);
        ImportPreview preview = assessments.preview(table, stored);
        refuseErrors(preview.errors());
        if (!acceptNewUnits) {
            refuseNewUnits(preview.newUnits());
        }
        remember(table, preview);
        takeOver(table, preview, stored);
        Map<RowAction, Long> counts = preview.actionCounts();
        Confirmation confirmation = new Confirmation(
                counts.get(RowAction.CREATE).intValue(),
                counts.get(RowAction.MERGE).intValue(),
                counts.get(RowAction.UNCHANGED).intValue(),
                counts.get(RowAction.SKIP).intValue());
        store.confirm(table.id(), confirmation, by, clock.instant());
        events.publishEvent(new ImportConfirmed(table.government(), table.id(), confirmation));
        return confirmation;
    }

    private static void refuseErrors(List<TableProblem> errors) {
        if (errors.isEmpty()) {
            return;
        }
        List<FieldError> fields = errors.stream()
                .map(error -> new FieldError(field(error), error.textKey(), List.copyOf(error.arguments())))
                .toList();
        boolean roundExists = errors.stream().anyMatch(error -> error.code().equals(ProblemCode.ROUND_EXISTS.code()));
        String code = roundExists ? "tables.error.round-exists" : "tables.error.unresolved-errors";
        throw new DomainException(Kind.CONFLICT, code, List.of(errors.size()), fields);
    }

    private static String field(TableProblem problem) {
        String field = problem.field() == null ? "" : problem.field();
        return problem.row() == null ? field : "rows." + problem.row() + (field.isEmpty() ? "" : "." + field);
    }

    private static void refuseNewUnits(List<NewUnit> newUnits) {
        if (newUnits.isEmpty()) {
            return;
        }
        List<FieldError> fields = newUnits.stream()
                .map(unit -> new FieldError("newUnits", "tables.error.new-unit", List.of(unit.name())))
                .toList();
        throw new DomainException(Kind.CONFLICT, "tables.error.new-units", List.of(newUnits.size()), fields);
    }

    /** Enters new units in the order of their first appearance, then what else was said about names. */
    private void remember(TableImport table, ImportPreview preview) {
        String government = table.government();
        preview.newUnits().forEach(unit -> units.create(government, unit.name()));
        Set<String> texts = new LinkedHashSet<>();
        preview.rows().stream().filter(row -> row.action() != RowAction.SKIP).forEach(row -> {
            texts.add(row.values().leadUnit());
            texts.addAll(row.values().supportingUnits());
        });
        UnitNames names = assessments.names(table);
        table.unitAnswers().aliases().keySet().forEach(name -> {
            if (UnitNames.isUsed(name, texts)) {
                units.addAlias(names.unit(name), name);
            }
        });
        table.unitAnswers().groups().forEach((text, members) -> {
            if (UnitNames.isUsed(text, texts)) {
                units.defineGroup(government, text, names.unitsOf(text));
            }
        });
    }

    private void takeOver(TableImport table, ImportPreview preview, StoredState stored) {
        KeyTaskMerge merge = new KeyTaskMerge(
                table.government(), table.year(), table.layout(), assessments.names(table), stored.planIssued());
        List<KeyTask> taken = new ArrayList<>();
        List<PastResult> results = new ArrayList<>();
        Map<String, @Nullable String> leaders = new LinkedHashMap<>();
        for (ImportRow row : preview.rows()) {
            if (row.action().writes()) {
                KeyTask keyTask = merge.merge(
                        row.values(),
                        row.stated(),
                        stored.keyTasks().get(row.values().number()));
                taken.add(keyTask);
                leaders.put(
                        keyTask.id(),
                        stored.leaderAfter(
                                row.values(),
                                row.stated(),
                                table.layout(),
                                stored.keyTasks().get(keyTask.number())));
                if (!row.values().progress().isEmpty() || !row.leavesOpen("progress")) {
                    results.add(result(row, keyTask, stored));
                }
            }
        }
        keyTasks.saveAll(taken);
        leaders.forEach((keyTask, leader) -> {
            if (!Objects.equals(stored.inCharge().get(keyTask), leader)) {
                keyTasks.setLeaderInCharge(keyTask, leader);
            }
        });
        if (table.resultsOf() != null && !results.isEmpty()) {
            rounds.recordPast(table.government(), table.resultsOf(), results);
        }
    }

    /** A verdict, partners and what else was stated before stay where the table has no place for them. */
    private static PastResult result(ImportRow row, KeyTask keyTask, StoredState stored) {
        ResultRow known = stored.results().get(keyTask.number());
        Verdict verdict = row.values().verdict();
        Outlook said = stored.outlookAfter(row.values(), row.stated(), keyTask.number());
        return new PastResult(
                keyTask.id(),
                partners(row, keyTask, known),
                row.values().progress(),
                said.problems(),
                said.nextSteps(),
                verdict == null && known != null ? known.verdict() : verdict,
                row.values().outcome());
    }

    private static List<String> partners(ImportRow row, KeyTask keyTask, @Nullable ResultRow known) {
        List<String> partners = row.values().supportingUnits();
        if (!partners.isEmpty() || !row.leavesOpen("supportingUnits")) {
            return partners;
        }
        return known == null
                ? keyTask.supportingUnits().stream().map(SupportingUnit::text).toList()
                : known.supportingUnits();
    }
}
