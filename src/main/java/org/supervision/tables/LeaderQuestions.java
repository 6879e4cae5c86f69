package org.supervision.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.TableProblem;

/** Names of leaders nobody has here: each is asked about once, at the first row that gives it. */
final class LeaderQuestions {

    private final List<StoredRow> rows;
    private final CityLeaders leaders;
    private final Set<String> asked = new HashSet<>();

    LeaderQuestions(List<StoredRow> rows, CityLeaders leaders) {
        this.rows = rows;
        this.leaders = leaders;
    }

    Optional<TableProblem> askFor(StoredRow row) {
        String name = row.content().values().leaderInCharge();
        if (name == null || leaders.account(name).isPresent() || !asked.add(name)) {
            return Optional.empty();
        }
        long named = rows.stream()
                .filter(other ->
                        !other.skipped() && name.equals(other.content().values().leaderInCharge()))
                .count();
        return Optional.of(ImportAssessment.problem(
                row, "leaderInCharge", ProblemCode.LEADER_UNKNOWN, name, name, Long.toString(named)));
    }
}
