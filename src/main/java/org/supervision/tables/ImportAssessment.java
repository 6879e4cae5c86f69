package org.supervision.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitDirectory;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.reporting.ResultRow;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.tables.ImportPreview.NumberGap;
import org.supervision.tables.ImportRow.Sameness;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableRow;

/** Holds an import against what is stored: what each row would do, and what is still in doubt. */
final class ImportAssessment {

    private static final int LONGEST_QUOTE = 30;

    private final TableImport table;
    private final List<StoredRow> rows;
    private final UnitNames names;
    private final StoredState stored;
    private final Map<String, Integer> numbersByGoal = new HashMap<>();
    private final Map<Integer, StoredRow> numbered = new HashMap<>();
    private final NamedUnits units;
    private final LeaderQuestions leaders;

    ImportAssessment(TableImport table, List<StoredRow> rows, UnitNames names, StoredState stored) {
        this.table = table;
        this.rows = rows;
        this.names = names;
        this.stored = stored;
        this.units = new NamedUnits(names);
        this.leaders = new LeaderQuestions(rows, stored.leaders());
        stored.keyTasks().values().forEach(task -> numbersByGoal.put(UnitDirectory.key(task.goal()), task.number()));
    }

    ImportPreview preview() {
        List<ImportRow> assessed = rows.stream().map(this::assess).toList();
        return new ImportPreview(
                table,
                documentProblems(assessed),
                assessed,
                units.newUnits(),
                units.groups(),
                NumberGap.among(numbered.keySet()));
    }

    private List<TableProblem> documentProblems(List<ImportRow> assessed) {
        List<TableProblem> problems = new ArrayList<>(table.problems());
        if (table.layout() == Layout.UNMAPPED) {
            problems.add(problem(null, "columns", ProblemCode.COLUMNS_UNMAPPED, null));
        }
        if (table.year() == null) {
            problems.add(problem(null, "year", ProblemCode.YEAR_MISSING, table.title()));
        }
        if (table.quarter() == null && table.layout().statesResults()) {
            problems.add(problem(null, "quarter", ProblemCode.QUARTER_MISSING, table.title()));
        }
        // What says the same as is stored here may come back: nothing is written.
        if (stored.liveRound() != null
                && assessed.stream().anyMatch(row -> row.action().writes())) {
            problems.add(problem(null, null, ProblemCode.ROUND_EXISTS, null, stored.liveRound()));
        }
        return problems;
    }

    private ImportRow assess(StoredRow row) {
        RowValues values = row.content().values();
        RowAction action = RowAction.SKIP;
        List<TableProblem> problems = new ArrayList<>();
        Map<String, Change> changes = Map.of();
        Sameness sameness = Sameness.PLAIN;
        if (!row.skipped()) {
            KeyTask known = values.number() == null ? null : stored.keyTasks().get(values.number());
            changes = known == null ? Map.of() : changes(row.content(), known);
            sameness = sameness(row, known);
            compareGoals(row, known, sameness, problems);
            boolean unitsChange = changes.containsKey("leadUnit") || changes.containsKey("supportingUnits");
            boolean taken = sameness != Sameness.ASKED;
            // Asked once for each report: not where there is none, nor where all stays as it is stored.
            boolean asksVerdict = values.outcome() == CycleOutcome.APPROVED
                    && (known == null || !changes.isEmpty() || !stored.results().containsKey(known.number()));
            row.content().problems().stream()
                    .filter(problem ->
                            !isSettled(problem) && (asksVerdict || !isAbout(ProblemCode.VERDICT_UNKNOWN, problem)))
                    .filter(problem -> taken || !isAboutUnit(problem))
                    .filter(problem -> known == null || unitsChange || !isAbout(ProblemCode.UNIT_IN_BRACKETS, problem))
                    .forEach(problems::add);
            if (table.layout().statesResults()
                    && values.progress().isEmpty()
                    && row.content().stated().contains("progress")) {
                problems.add(problem(row, "progress", ProblemCode.PROGRESS_MISSING, null));
            }
            leaders.askFor(row).ifPresent(problems::add);
            compareNumbers(row, problems);
            if (taken) {
                action = known == null ? RowAction.CREATE : changes.isEmpty() ? RowAction.UNCHANGED : RowAction.MERGE;
                collectUnits(row, problems);
                refuseChangesOfIssued(row, known, changes, problems);
                tellReportedQuarters(row, known, changes, problems);
            }
        }
        return new ImportRow(
                row.row(),
                values,
                row.content().source(),
                row.content().position(),
                row.content().stated(),
                action,
                List.copyOf(problems),
                changes,
                sameness);
    }

    /** Results may come, but nobody adds to an issued plan or changes it by a table. */
    private void refuseChangesOfIssued(
            StoredRow row, @Nullable KeyTask known, Map<String, Change> changes, List<TableProblem> problems) {
        if (stored.planIssued() && (known == null || !table.layout().statesResults() && !changes.isEmpty())) {
            problems.add(problem(row, null, ProblemCode.PLAN_ISSUED, null, String.valueOf(table.year())));
        }
    }

    /** What was reported stays as it is, whatever its quarter was to reach. */
    private void tellReportedQuarters(
            StoredRow row, @Nullable KeyTask known, Map<String, Change> changes, List<TableProblem> problems) {
        stored.reported().stream()
                .sorted()
                .filter(quarter -> known != null && changes.containsKey("milestone" + quarter))
                .forEach(quarter -> problems.add(problem(
                        row,
                        PlannedQuarter.milestoneOf(quarter),
                        ProblemCode.QUARTER_REPORTED,
                        row.content().values().quarter(quarter).milestone(),
                        String.valueOf(quarter))));
    }

    /** An answer holds as long as the key task has the goal it was given about. */
    private static Sameness sameness(StoredRow row, @Nullable KeyTask known) {
        String goal = row.content().values().goal();
        if (known == null || goal.isBlank() || !GoalComparison.differ(goal, known.goal())) {
            return Sameness.PLAIN;
        }
        return known.goal().equals(row.acceptedGoal()) ? Sameness.CONFIRMED : Sameness.ASKED;
    }

    private Map<String, Change> changes(TableRow row, KeyTask known) {
        RowValues values = row.values();
        KeyTask merged = new KeyTaskMerge(table.government(), known.year(), table.layout(), names, stored.planIssued())
                .merge(values, row.stated(), known);
        Map<String, Change> changes = new LinkedHashMap<>();
        if (!merged.changesSince(known).isEmpty()) {
            changes.putAll(named(merged).changesSince(named(known)));
        }
        String leader = stored.inCharge().get(known.id());
        String leaderAfter = stored.leaderAfter(values, row.stated(), table.layout(), known);
        if (!Objects.equals(leader, leaderAfter)) {
            changes.put(
                    "leaderInCharge",
                    new Change(stored.leaders().name(leader), stored.leaders().name(leaderAfter)));
        }
        if (table.resultsOf() != null && row.states("progress", values.progress())) {
            ResultRow result = stored.results().get(known.number());
            if (result == null
                    || result.outcome() != values.outcome()
                    || result.outcome() == CycleOutcome.APPROVED
                            && !KeyTaskMerge.sameWording(result.progress(), values.progress())) {
                changes.put(
                        "progress",
                        new Change(
                                result == null ? null : String.join("\n", result.progress()),
                                String.join("\n", values.progress())));
            }
            if (result != null
                    && row.states("supportingUnits", values.supportingUnits())
                    && !KeyTaskMerge.sameWording(result.supportingUnits(), values.supportingUnits())) {
                changes.putIfAbsent(
                        "supportingUnits",
                        new Change(
                                String.join("\n", result.supportingUnits()),
                                String.join("\n", values.supportingUnits())));
            }
            Outlook said = stored.outlook(known.number());
            Outlook after = stored.outlookAfter(values, row.stated(), known.number());
            if (values.outcome() == CycleOutcome.APPROVED) {
                noteChange("reportProblems", said.problems(), after.problems(), changes);
                noteChange("nextSteps", said.nextSteps(), after.nextSteps(), changes);
            }
            if (values.verdict() != null && (result == null || result.verdict() != values.verdict())) {
                String verdict = result == null ? null : Objects.toString(result.verdict(), null);
                changes.put("verdict", new Change(verdict, values.verdict().name()));
            }
        }
        return changes;
    }

    private static void noteChange(
            String field, @Nullable String before, @Nullable String after, Map<String, Change> changes) {
        if (!KeyTaskMerge.sameWording(Objects.toString(before, ""), Objects.toString(after, ""))) {
            changes.put(field, new Change(before, after));
        }
    }

    /** The same with names in place of codes, for people. */
    private KeyTask named(KeyTask keyTask) {
        return new KeyTask(
                keyTask.id(),
                keyTask.government(),
                keyTask.year(),
                keyTask.number(),
                keyTask.goal(),
                names.nameOf(keyTask.leadUnit()),
                keyTask.supportingUnits().stream().map(this::named).toList(),
                keyTask.section(),
                keyTask.supervisionPhone(),
                keyTask.source(),
                keyTask.milestones());
    }

    private SupportingUnit named(SupportingUnit unit) {
        List<String> called = unit.unitCodes().stream().map(names::nameOf).toList();
        return new SupportingUnit(unit.text(), called.equals(List.of(unit.text())) ? List.of() : called);
    }

    /** What was asked about a unit is settled once the name is known; equal numbers are looked for anew. */
    private boolean isSettled(TableProblem problem) {
        if (isAbout(ProblemCode.NUMBER_DUPLICATE, problem)) {
            return true;
        }
        if (!isAboutUnit(problem)) {
            return false;
        }
        List<String> units = names.unitsOf(problem.arguments().get(0));
        return names.isAnswered(problem.arguments().get(0))
                || !units.isEmpty() && units.stream().noneMatch(names::isNew);
    }

    private static boolean isAbout(ProblemCode code, TableProblem problem) {
        return problem.code().equals(code.code());
    }

    private static boolean isAboutUnit(TableProblem problem) {
        return ProblemCode.ABOUT_UNITS.stream().anyMatch(code -> code.code().equals(problem.code()));
    }

    private void compareNumbers(StoredRow row, List<TableProblem> problems) {
        Integer number = row.content().values().number();
        StoredRow first = number == null ? null : numbered.putIfAbsent(number, row);
        if (first != null) {
            String written = number.toString();
            problems.add(problem(
                    row,
                    "number",
                    ProblemCode.NUMBER_DUPLICATE,
                    written,
                    written,
                    Integer.toString(first.row()),
                    StringUtils.abbreviate(first.content().values().goal(), "…", LONGEST_QUOTE)));
        }
    }

    private void compareGoals(StoredRow row, @Nullable KeyTask known, Sameness sameness, List<TableProblem> problems) {
        String goal = row.content().values().goal();
        if (known != null && sameness == Sameness.ASKED) {
            problems.add(problem(row, "goal", ProblemCode.GOAL_DIFFERS, goal, known.goal()));
        } else if (known == null && numbersByGoal.containsKey(UnitDirectory.key(goal))) {
            int other = numbersByGoal.get(UnitDirectory.key(goal));
            problems.add(problem(row, "goal", ProblemCode.GOAL_KNOWN, goal, Integer.toString(other)));
        }
    }

    private void collectUnits(StoredRow row, List<TableProblem> problems) {
        RowValues values = row.content().values();
        String lead = values.leadUnit();
        if (lead != null) {
            units.note(lead, row.row());
            if (!table.layout().isTable()
                    && !names.isAnswered(lead)
                    && names.unitsOf(lead).stream().anyMatch(names::isNew)) {
                problems.add(problem(row, "leadUnit", ProblemCode.UNIT_ENTERED, lead, lead));
            }
            if (names.isGroup(lead) && names.unitsOf(lead).size() != 1) {
                problems.add(problem(row, "leadUnit", ProblemCode.LEAD_GROUP, lead, lead));
            }
        }
        values.supportingUnits().forEach(text -> units.note(text, row.row()));
    }

    static TableProblem problem(
            @Nullable StoredRow row,
            @Nullable String field,
            ProblemCode code,
            @Nullable String source,
            String... args) {
        return new TableProblem(
                row == null ? null : row.row(),
                field,
                code.severity(),
                code.code(),
                List.of(args),
                source,
                row == null ? null : row.content().position(field));
    }
}
