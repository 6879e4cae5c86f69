package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.TableRow.PlannedQuarter;

/** Turns drafts into rows: understands numbers, units, quarters and notes what is wrong with them. */
final class RowReader {

    private final UnitCells unitCells;
    private final Problems documentProblems;
    private final Map<Integer, String> drafted = new HashMap<>();
    private final List<TableRow> rows = new ArrayList<>();

    RowReader(UnitCells unitCells, Problems documentProblems) {
        this.unitCells = unitCells;
        this.documentProblems = documentProblems;
    }

    List<TableRow> read(List<RowDraft> drafts) {
        drafts.forEach(this::read);
        return rows;
    }

    private void read(RowDraft draft) {
        Problems problems = new Problems(rows.size() + 1);
        Integer number = number(draft, problems);
        if (number != null) {
            String twin = drafted.putIfAbsent(number, draft.key());
            if (draft.key().equals(twin)) {
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
        SourceCell goal = draft.cell(Column.GOAL);
        if (goal.isBlank()) {
            problems.add("goal", ProblemCode.GOAL_MISSING, null, goal.position());
        }
        TextChecks.check("goal", goal, problems);
        UnitCells.Units units = unitCells.read(draft, problems);
        List<PlannedQuarter> quarters = quarters(draft, problems);
        SourceCell progress = draft.cell(Column.PROGRESS);
        TextChecks.check("progress", progress, problems);
        SourceCell phone = draft.cell(Column.SUPERVISION_PHONE);
        rows.add(new TableRow(
                rows.size() + 1,
                number,
                goal.joined(),
                units.lead(),
                units.supporting(),
                units.section(),
                phone.isBlank() ? null : phone.joined(),
                quarters,
                null,
                progress.paragraphs(),
                problems.all(),
                draft.position()));
    }

    private static @Nullable Integer number(RowDraft draft, Problems problems) {
        SourceCell cell = draft.cell(Column.NUMBER);
        String digits = cell.key().replaceAll("^[(]?(\\d{1,6})[.)\\u3001]?$", "$1");
        if (digits.matches("\\d{1,6}")) {
            return Integer.valueOf(digits);
        }
        ProblemCode code = cell.isBlank() ? ProblemCode.NUMBER_MISSING : ProblemCode.NUMBER_INVALID;
        problems.add("number", code, cell.joined(), cell.position(), cell.joined());
        return null;
    }

    private static List<PlannedQuarter> quarters(RowDraft draft, Problems problems) {
        List<PlannedQuarter> quarters = new ArrayList<>();
        for (Column column : Column.QUARTERS) {
            SourceCell blank = SourceCell.blank(draft.position());
            SourceCell milestone = draft.milestones().getOrDefault(column, blank);
            SourceCell actionPlan = draft.actionPlans().getOrDefault(column, blank);
            int quarter = Column.QUARTERS.indexOf(column) + 1;
            if (!milestone.isBlank() || !actionPlan.isBlank()) {
                quarters.add(new PlannedQuarter(quarter, milestone.joined(), ActionSteps.split(actionPlan.text())));
            }
            TextChecks.check("quarters." + quarter + ".milestone", milestone, problems);
            TextChecks.check("quarters." + quarter + ".actionSteps", actionPlan, problems);
        }
        return quarters;
    }
}
