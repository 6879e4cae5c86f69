package org.supervision.tables;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.Role;
import org.supervision.tables.Roster.Row;
import org.supervision.tables.read.TableProblem.Severity;

/** A list of people held against those known now. */
public record RosterPreview(Roster roster, List<Line> lines) {

    /** What becomes of a row. */
    public enum Outcome {
        CREATE,
        CHANGE,
        UNCHANGED,
        SKIP
    }

    /** What is wrong or in doubt with a row; the text for people has the key {@code tables.roster.problem.<code>}. */
    public record Problem(Severity severity, String code, List<String> arguments) {}

    /** One thing a row changes of somebody known. */
    public record Difference(String field, @Nullable String before, String after) {}

    /**
     * One row.
     *
     * @param username of the person known, or proposed
     * @param unit {@code null} outside units and while it is unknown
     * @param suggestions units the written name may mean
     */
    public record Line(
            Row row,
            String username,
            boolean known,
            @Nullable OrgUnit unit,
            @Nullable Role role,
            Outcome outcome,
            List<Problem> problems,
            List<Difference> differences,
            List<OrgUnit> suggestions) {

        public boolean isBlocked() {
            return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }

        /** Rows with problems come first, the worst before the others. */
        int order() {
            return problems.stream()
                    .mapToInt(problem -> switch (problem.severity()) {
                        case ERROR -> 0;
                        case QUESTION -> 1;
                        case WARNING -> 2;
                    })
                    .min()
                    .orElse(3);
        }
    }

    /** As they are to be looked at: problems first. */
    public List<Line> byUrgency() {
        return lines.stream()
                .sorted(Comparator.comparingInt(Line::order)
                        .thenComparingInt(line -> line.row().ordinal()))
                .toList();
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Rows that stand in the way of confirming. */
    public long blocked() {
        return lines.stream().filter(Line::isBlocked).count();
    }
}
