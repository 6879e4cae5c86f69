package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableRow.SourceText;

/** Turns drafts into rows: understands numbers, units, quarters and notes what is wrong with them. */
final class RowReader {

    private static final Pattern NUMBER =
            Pattern.compile("[(]?\\u7B2C?(\\d{1,6})(?:\\.0{1,2})?[\\u9879\\u53F7\\u6761]?[.)\\u3001]?");
    private static final Pattern WITHHELD = Words.pattern("withheld");
    private static final int FIRST_NUMBER = 1;
    private static final int LONGEST_NOTICE = 100;

    private final Layout layout;
    private final UnitCells unitCells;
    private final Map<SourcePosition, CellFault> faults;
    private final Problems documentProblems;
    private final Map<Integer, RowDraft> drafted = new HashMap<>();
    private final List<SourceCell> signs = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();

    /** @param faults cells of the document without a value that should have one */
    RowReader(Layout layout, UnitCells unitCells, Map<SourcePosition, CellFault> faults, Problems documentProblems) {
        this.layout = layout;
        this.unitCells = unitCells;
        this.faults = faults;
        this.documentProblems = documentProblems;
    }

    /** @param columns of the document */
    List<TableRow> read(List<RowDraft> drafts, List<SourceColumn> columns) {
        boolean unnumbered = drafts.stream().noneMatch(draft -> draft.states(Column.NUMBER));
        drafts.forEach(draft -> read(draft, unnumbered));
        if (unnumbered && !rows.isEmpty()) {
            String last = Integer.toString(rows.size());
            SourcePosition first = rows.get(0).position();
            columns.stream()
                    .filter(column -> column.column() == null && HeaderNames.KNOWN.isOfNumbers(column.head()))
                    .findFirst()
                    .ifPresentOrElse(
                            unread -> documentProblems.add(
                                    "number", ProblemCode.NUMBERS_COUNTED, null, first, last, unread.head()),
                            () -> documentProblems.add("number", ProblemCode.NUMBERS_PROPOSED, null, first, last));
        }
        if (!signs.isEmpty()) {
            SourceCell first = signs.get(0);
            documentProblems.add(
                    null,
                    ProblemCode.NOTHING_PLANNED,
                    null,
                    first.position(),
                    first.text(),
                    Integer.toString(signs.size()));
        }
        columns.stream()
                .filter(column -> column.column() == Column.NUMBER)
                .findFirst()
                .ifPresent(this::offerToCount);
        return rows;
    }

    /** Each chapter may have its own first number: nothing is taken over before somebody says how they are counted. */
    private void offerToCount(SourceColumn numbers) {
        rows.stream()
                .skip(1)
                .filter(row -> Objects.equals(row.values().number(), FIRST_NUMBER)
                        && Objects.equals(rows.get(0).values().number(), FIRST_NUMBER))
                .findFirst()
                .ifPresent(row -> documentProblems.add(
                        "columns",
                        ProblemCode.NUMBERS_RESTARTED,
                        numbers.head(),
                        row.position(),
                        numbers.head(),
                        Integer.toString(rows.size())));
    }

    /** @param unnumbered whether the document has no place for numbers: rows are counted */
    private void read(RowDraft draft, boolean unnumbered) {
        Problems problems = new Problems(rows.size() + 1);
        Integer number = unnumbered ? Integer.valueOf(rows.size() + 1) : number(draft);
        if (number != null) {
            RowDraft twin = drafted.putIfAbsent(number, draft);
            if (twin != null && twin.key().equals(draft.key())) {
                documentProblems.add(
                        "number",
                        ProblemCode.DUPLICATE_ROW,
                        draft.cell(Column.GOAL).joined(),
                        draft.position());
                return;
            }
            if (twin != null) {
                problems.add(
                        "number", ProblemCode.NUMBER_DUPLICATE, number.toString(), draft.position(), number.toString());
            }
        }
        draft.remarks().forEach(code -> problems.add(null, code, null, draft.position()));
        UnitCells.Units units = unitCells.read(draft, problems);
        boolean withheld = isWithheld(draft.progress());
        if (withheld) {
            SourceCell progress = draft.cell(Column.PROGRESS);
            problems.add("progress", ProblemCode.PROGRESS_WITHHELD, progress.text(), progress.position());
        }
        SourceCell leader = draft.cell(Column.LEADER_IN_CHARGE);
        SourceCell phone = draft.cell(Column.SUPERVISION_PHONE);
        Verdict verdict = VerdictCells.read(draft);
        SourceCell verdictCell = VerdictCells.written(draft);
        if (verdict == null
                && (layout.statesVerdicts()
                        || isAboutVerdictAlone(draft, verdictCell) && !VerdictCells.saysThereIsNone(verdictCell))) {
            problems.add(
                    "verdict",
                    ProblemCode.VERDICT_UNKNOWN,
                    verdictCell.isBlank() ? null : verdictCell.joined(),
                    verdictCell.isBlank() ? draft.position() : verdictCell.position());
        }
        RowValues values = new RowValues(
                number,
                String.join(" ", Texts.items(draft.cell(Column.GOAL).paragraphs())),
                units.lead(),
                units.supporting(),
                units.section(),
                phone.isBlank() ? null : phone.joined(),
                quarters(draft),
                verdict,
                withheld ? List.of() : draft.progress(),
                leader.saysNothing() ? null : leader.joined(),
                said(draft.cell(Column.PROBLEMS)),
                said(draft.cell(Column.NEXT_STEPS)));
        noteFaults(draft, problems);
        List<SourceText> source = draft.source();
        RowChecks.check(values, source, draft.position(), problems);
        rows.add(new TableRow(
                rows.size() + 1, values, source, draft.position(), problems.all(), stated(draft, withheld)));
    }

    private static @Nullable String said(SourceCell cell) {
        return cell.saysNothing() ? null : String.join("\n", cell.paragraphs());
    }

    private void noteFaults(RowDraft draft, Problems problems) {
        if (!faults.isEmpty()) {
            draft.blanks().forEach((position, field) -> {
                CellFault fault = faults.get(position);
                if (fault != null) {
                    String[] says = fault.arguments().toArray(String[]::new);
                    problems.add(field, fault.code(), says[0], position, says);
                }
            });
        }
    }

    /** A column of progress may name verdicts in some rows and tell of the others. */
    private static boolean isAboutVerdictAlone(RowDraft draft, SourceCell verdict) {
        return !verdict.isBlank()
                && !verdict.position().equals(draft.cell(Column.PROGRESS).position());
    }

    /** Whether the words stand for a report that is not public. */
    static boolean isWithheld(List<String> progress) {
        return progress.size() == 1
                && progress.get(0).length() <= LONGEST_NOTICE
                && WITHHELD.matcher(Texts.key(progress.get(0))).matches();
    }

    /** Words that stand for a report nobody may read say nothing of its progress. */
    private static Set<String> stated(RowDraft draft, boolean withheld) {
        Set<String> stated = draft.stated();
        if (withheld) {
            stated.remove("progress");
        }
        return stated;
    }

    private static @Nullable Integer number(RowDraft draft) {
        SourceCell cell = draft.cell(Column.NUMBER);
        Matcher number = NUMBER.matcher(cell.key());
        return number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    private List<PlannedQuarter> quarters(RowDraft draft) {
        List<PlannedQuarter> quarters = new ArrayList<>();
        for (Column column : Column.QUARTERS) {
            SourceCell milestone = planned(draft, draft.milestones().get(column));
            SourceCell actionPlan = planned(draft, draft.actionPlans().get(column));
            if (!milestone.isBlank() || !actionPlan.isBlank()) {
                quarters.add(new PlannedQuarter(
                        Column.QUARTERS.indexOf(column) + 1, milestone.listed(), ActionSteps.split(actionPlan.text())));
            }
        }
        return quarters;
    }

    /** A sign that nothing is planned is no plan. */
    private SourceCell planned(RowDraft draft, @Nullable SourceCell cell) {
        if (cell != null && !cell.isBlank() && cell.saysNothing()) {
            signs.add(cell);
        }
        return cell == null || cell.saysNothing() ? SourceCell.blank(draft.position()) : cell;
    }
}
