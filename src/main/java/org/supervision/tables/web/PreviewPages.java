package org.supervision.tables.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.Slice;
import org.supervision.shared.TextDifference;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.ImportPreview.NumberGap;
import org.supervision.tables.ImportRow;
import org.supervision.tables.ImportRow.Sameness;
import org.supervision.tables.RowAction;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableProblem.Severity;
import org.supervision.tables.web.PreviewPage.Cell;
import org.supervision.tables.web.PreviewPage.Difference;
import org.supervision.tables.web.PreviewPage.FieldGroup;
import org.supervision.tables.web.PreviewPage.Input;
import org.supervision.tables.web.PreviewPage.OpenRow;
import org.supervision.tables.web.PreviewPage.ProblemLine;
import org.supervision.tables.web.PreviewPage.RowLine;
import org.supervision.workflow.Refusals;

/** Lays an import out as a page: what keeps it out first, one row beside its source, then all rows. */
@Component
class PreviewPages {

    static final List<Severity> WORST_FIRST = List.of(Severity.ERROR, Severity.QUESTION, Severity.WARNING);

    private static final Comparator<TableProblem> ORDER =
            Comparator.comparing(problem -> WORST_FIRST.indexOf(problem.severity()));
    private static final int WIDE = 30;
    private static final int NARROW = 13;
    private static final int MOST_LINES = 12;

    private final ImportViews views;
    private final OrgUnits units;
    private final Refusals texts;

    PreviewPages(ImportViews views, OrgUnits units, Refusals texts) {
        this.views = views;
        this.units = units;
        this.texts = texts;
    }

    /**
     * What the address asks for, and what was just sent and refused.
     *
     * @param row ordinal; null opens the first row with a problem
     * @param page of the table, from 0
     */
    record Wish(
            @Nullable RowFilter show,
            @Nullable Integer row,
            int page,
            int size,
            @Nullable RowForm sent,
            List<FieldError> errors) {}

    PreviewPage page(ImportPreview preview, Wish wish) {
        UnitQuestions questions =
                UnitQuestions.of(preview, units.of(preview.table().government()));
        List<TableProblem> problems = preview.table().isDraft() ? sorted(preview, wish.show()) : List.of();
        Integer row = wish.row() != null ? wish.row() : firstRow(problems);
        ImportRow open = row == null ? null : preview.row(row);
        List<ImportRow> rows = preview.rows().stream()
                .filter(each -> wish.show() == null || wish.show().shows(each))
                .toList();
        return new PreviewPage(
                preview,
                wish.show(),
                lines(preview, problems, questions, row),
                lines(preview, preview.errors(), questions, row),
                open == null ? null : open(preview, open, wish),
                Slice.of(rows, wish.page(), wish.size()).map(this::line),
                questions,
                gaps(preview));
    }

    /** What a corrected row still lacks: {@code wrong} or {@code undecided}; null if it can be taken over. */
    static @Nullable String left(ImportRow row) {
        return row.has(Severity.ERROR) ? "wrong" : row.sameness() == Sameness.ASKED ? "undecided" : null;
    }

    /** What was done with a row, or what it still lacks. */
    String said(String done, ImportRow row) {
        Integer number = row.values().number();
        List<String> errors = row.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> views.view(problem).message())
                .toList();
        return texts.text(
                "tables.preview." + done,
                List.of(
                        String.valueOf(number == null ? row.row() : number),
                        String.valueOf(errors.size()),
                        String.join(texts.text("tables.preview.clause", List.of()), errors)));
    }

    /** The row to look at after this one: one with an error before all, else the next with a problem. */
    static @Nullable Integer next(ImportPreview preview, @Nullable RowFilter show, int row) {
        List<TableProblem> ofRows = sorted(preview, show).stream()
                .filter(problem -> problem.row() != null)
                .toList();
        return Stream.concat(
                        ofRows.stream().filter(problem -> problem.severity() == Severity.ERROR),
                        ofRows.stream().filter(problem -> problem.row() > row))
                .map(TableProblem::row)
                .findFirst()
                .orElse(null);
    }

    private static List<TableProblem> sorted(ImportPreview preview, @Nullable RowFilter show) {
        return preview.problems().stream()
                .filter(problem -> show == null || show.lists(problem.severity()))
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable Integer firstRow(List<TableProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.row() != null)
                .map(TableProblem::row)
                .findFirst()
                .orElse(null);
    }

    private List<ProblemLine> lines(
            ImportPreview preview, List<TableProblem> problems, UnitQuestions questions, @Nullable Integer row) {
        List<ProblemLine> lines = new ArrayList<>();
        for (TableProblem problem : problems) {
            lines.add(new ProblemLine(
                    lines.size() + 1,
                    views.view(problem),
                    problem.row() == null
                            ? null
                            : preview.row(problem.row()).values().number(),
                    problem.field() == null ? null : label(problem.field()),
                    questions.anchor(problem),
                    problem.row() != null && problem.row().equals(row)));
        }
        return lines;
    }

    private RowLine line(ImportRow row) {
        List<TableProblem> problems = row.problems().stream().sorted(ORDER).toList();
        return new RowLine(
                row.row(),
                row.values().number(),
                row.values().goal(),
                row.values().leadUnit(),
                row.values().supportingUnits().size(),
                row.action(),
                row.action() == RowAction.MERGE
                        ? row.changes().keySet().stream().map(this::label).toList()
                        : List.of(),
                problems.isEmpty() ? null : views.view(problems.get(0)),
                Math.max(0, problems.size() - 1));
    }

    private OpenRow open(ImportPreview preview, ImportRow row, Wish wish) {
        SourceCells source = new SourceCells(row);
        RowForm form = wish.sent() != null ? wish.sent() : RowForm.of(row.values(), preview.table());
        return new OpenRow(
                row.row(),
                row.values().number(),
                views.text(row.position()),
                row.action(),
                row.sameness(),
                row.source().stream()
                        .map(cell -> new Cell(
                                source.inputs(cell),
                                label(cell.field()),
                                views.text(cell.position()),
                                source.pieces(cell),
                                source.severity(cell)))
                        .toList(),
                fields(form, row, errors(wish)),
                row.problems().stream()
                        .filter(problem -> problem.field() == null)
                        .map(views::view)
                        .toList(),
                row.changes().entrySet().stream()
                        .map(change -> new Difference(
                                label(change.getKey()),
                                TextDifference.between(
                                        blankIfNull(change.getValue().before()),
                                        blankIfNull(change.getValue().after()))))
                        .toList());
    }

    private Map<String, String> errors(Wish wish) {
        return wish.errors().stream()
                .collect(Collectors.toMap(FieldError::field, this::message, (first, second) -> first));
    }

    /** Why something was not done; a field is called as on the page. */
    String message(DomainException refusal) {
        return refusal.code().equals("tables.error.value")
                ? message(refusal.fieldErrors().get(0))
                : texts.message(refusal);
    }

    private String message(FieldError error) {
        return error.code().equals("tables.error.value")
                ? texts.text(error.code(), List.of(label(error.field())))
                : texts.message(error);
    }

    private List<FieldGroup> fields(RowForm form, ImportRow row, Map<String, String> errors) {
        List<FieldGroup> groups = new ArrayList<>();
        form.texts().keySet().stream().filter(name -> !name.matches(".*\\d")).forEach(name -> {
            String kind =
                    switch (name) {
                        case "goal", "supportingUnits", "progress", "reportProblems", "nextSteps" -> "area";
                        case "leadUnit" -> "unit";
                        case "verdict" -> name;
                        default -> "line";
                    };
            groups.add(new FieldGroup(label(name), List.of(input(name, label(name), kind, form, WIDE, row, errors))));
        });
        for (int quarter = 1; quarter <= 4; quarter++) {
            if (!form.has("milestone" + quarter)) {
                continue;
            }
            String planned = texts.text("tables.field.milestone", List.of());
            String steps = texts.text("tables.field.actionSteps", List.of());
            groups.add(new FieldGroup(
                    texts.text("tables.field.quarter-" + quarter, List.of()),
                    List.of(
                            input("milestone" + quarter, planned, "area", form, NARROW, row, errors),
                            input("actionSteps" + quarter, steps, "area", form, NARROW, row, errors))));
        }
        return groups;
    }

    private Input input(
            String name,
            String label,
            String kind,
            RowForm form,
            int width,
            ImportRow row,
            Map<String, String> errors) {
        String value = form.text(name);
        return new Input(
                name,
                label,
                kind,
                value,
                height(value, width),
                errors.get(name),
                row.leavesOpen(SourceCells.field(name)),
                row.problems().stream()
                        .filter(problem -> problem.field() != null
                                && SourceCells.input(problem.field()).equals(name))
                        .map(views::view)
                        .toList());
    }

    private static int height(String text, int width) {
        int lines = text.lines().mapToInt(line -> 1 + line.length() / width).sum();
        return Math.max(1, Math.min(MOST_LINES, lines));
    }

    private String gaps(ImportPreview preview) {
        return preview.numberGaps().stream()
                .map(this::gap)
                .collect(Collectors.joining(texts.text("tables.preview.separator", List.of())));
    }

    private String gap(NumberGap gap) {
        String from = String.valueOf(gap.from());
        return gap.from() == gap.to()
                ? from
                : texts.text("tables.preview.gap-range", List.of(from, String.valueOf(gap.to())));
    }

    private String label(String field) {
        return texts.text("tables.field." + field, List.of());
    }

    private static String blankIfNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
