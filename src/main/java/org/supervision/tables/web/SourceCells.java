package org.supervision.tables.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.ImportRow;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableProblem.Severity;
import org.supervision.tables.read.TableRow.SourceText;
import org.supervision.tables.web.PreviewPage.Piece;

/** Ties the cells of a row to what was read from them and to what is wrong there. */
record SourceCells(ImportRow row) {

    /** Problems whose first argument is the offending part of the cell. */
    private static final Set<String> ABOUT_PART = Set.of(
            ProblemCode.UNIT_GUESSED.code(),
            ProblemCode.UNIT_UNREADABLE.code(),
            ProblemCode.UNIT_GROUP.code(),
            ProblemCode.UNIT_IN_BRACKETS.code(),
            ProblemCode.UNIT_REPEATED.code());

    /** The input of the form that shows the field. */
    static String input(String field) {
        return field.replaceFirst("^quarters\\.(\\d)\\.(\\w+)$", "$2$1");
    }

    /** The field that the input of the form shows. */
    static String field(String input) {
        return input.replaceFirst("^(\\D+)(\\d)$", "quarters.$2.$1");
    }

    /** Names of the inputs that were read from the cell, separated by spaces: one cell may hold all units. */
    String inputs(SourceText cell) {
        if (!cell.field().equals("leadUnit")) {
            return input(cell.field());
        }
        StringBuilder inputs = new StringBuilder("leadUnit");
        for (String field : List.of("supportingUnits", "section")) {
            if (row.source().stream().noneMatch(other -> other.field().equals(field))) {
                inputs.append(' ').append(field);
            }
        }
        return inputs.toString();
    }

    /** The worst of what is wrong with the cell; null if nothing is. */
    @Nullable
    Severity severity(SourceText cell) {
        return row.problems().stream()
                .filter(problem -> isAbout(problem, cell))
                .map(TableProblem::severity)
                .min(Comparator.comparing(PreviewPages.WORST_FIRST::indexOf))
                .orElse(null);
    }

    /** The cell's text cut where a problem names a part of it. */
    List<Piece> pieces(SourceText cell) {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(cell.text(), false)));
        row.problems().stream()
                .filter(problem -> isAbout(problem, cell))
                .flatMap(problem -> part(problem).stream())
                .filter(part -> part.length() < cell.text().length())
                .distinct()
                .forEach(part -> mark(pieces, part));
        return pieces;
    }

    private boolean isAbout(TableProblem problem, SourceText cell) {
        return problem.field() != null && List.of(inputs(cell).split(" ")).contains(input(problem.field()));
    }

    private static Optional<String> part(TableProblem problem) {
        return (ABOUT_PART.contains(problem.code())
                        ? problem.arguments().stream().findFirst()
                        : Optional.ofNullable(problem.source()))
                .filter(part -> !part.isBlank());
    }

    private static void mark(List<Piece> pieces, String part) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int start = piece.marked() ? -1 : piece.text().indexOf(part);
            if (start >= 0) {
                pieces.set(i, new Piece(piece.text().substring(0, start), false));
                pieces.add(i + 1, new Piece(part, true));
                pieces.add(i + 2, new Piece(piece.text().substring(start + part.length()), false));
            }
        }
    }
}
