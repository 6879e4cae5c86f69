package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one row, or of the document. */
final class Problems {

    private final @Nullable Integer row;
    private final List<TableProblem> found = new ArrayList<>();

    Problems(@Nullable Integer row) {
        this.row = row;
    }

    void add(
            @Nullable String field, ProblemCode code, @Nullable String source, SourcePosition at, String... arguments) {
        found.add(new TableProblem(row, field, code.severity(), code.code(), List.of(arguments), source, at));
    }

    List<TableProblem> all() {
        return List.copyOf(found);
    }
}
