package org.supervision.tables.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportPreview.NewUnit;
import org.supervision.tables.ImportRow;
import org.supervision.tables.TableImport;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.SourcePosition;
import org.supervision.tables.read.TableProblem;
import org.supervision.workflow.Refusals;

/** Puts imports into the words of the person who looks at them. */
@Component
class ImportViews {

    private final Refusals texts;

    ImportViews(Refusals texts) {
        this.texts = texts;
    }

    ImportView view(ImportPreview preview) {
        TableImport table = preview.table();
        return new ImportView(
                table.id(),
                table.layout(),
                table.title(),
                table.year(),
                table.quarter(),
                table.fileName(),
                table.state(),
                table.rowCount(),
                preview.newUnits().stream().map(NewUnit::name).toList(),
                preview.unitGroups(),
                preview.numberGaps(),
                preview.actionCounts(),
                preview.problemCounts(),
                preview.problems().stream().map(this::view).toList(),
                table.confirmation());
    }

    RowView view(ImportRow row) {
        return view(row, null);
    }

    RowView viewWithSource(ImportRow row) {
        return view(
                row,
                row.source().stream()
                        .map(cell -> new RowView.CellView(cell.field(), cell.text(), text(cell.position())))
                        .toList());
    }

    private RowView view(ImportRow row, @Nullable List<RowView.CellView> cells) {
        RowValues values = row.values();
        return new RowView(
                row.row(),
                values.number(),
                values.goal(),
                values.leadUnit(),
                values.supportingUnits(),
                values.section(),
                values.supervisionPhone(),
                values.leaderInCharge(),
                values.quarters(),
                values.verdict(),
                values.progress(),
                values.reportProblems(),
                values.nextSteps(),
                row.action(),
                row.problems().stream().map(this::view).toList(),
                row.changes(),
                cells);
    }

    ProblemView view(TableProblem problem) {
        return new ProblemView(
                problem.row(),
                problem.field(),
                problem.severity(),
                problem.code(),
                texts.text(problem.textKey(), List.copyOf(problem.arguments())),
                problem.source(),
                problem.position() == null ? null : text(problem.position()));
    }

    /** Where a text stands in the document. */
    String text(SourcePosition position) {
        return texts.text(
                position.textKey(),
                List.of(position.place(), String.valueOf(position.row()), String.valueOf(position.column())));
    }
}
