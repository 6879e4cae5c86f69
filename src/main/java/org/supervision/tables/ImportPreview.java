package org.supervision.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supervision.shared.DomainException;
import org.supervision.tables.ImportRow.Sameness;
import org.supervision.tables.read.TableProblem;
import org.supervision.tables.read.TableProblem.Severity;

/**
 * An import against what is stored now.
 *
 * @param documentProblems open problems of the document as a whole
 * @param newUnits in the order of their first appearance
 * @param unitGroups phrases that stand for several units, answered or not
 * @param numberGaps between 1 and the largest number; normal where a unit publishes its own rows only
 */
public record ImportPreview(
        TableImport table,
        List<TableProblem> documentProblems,
        List<ImportRow> rows,
        List<NewUnit> newUnits,
        List<UnitGroup> unitGroups,
        List<NumberGap> numberGaps) {

    /** A unit the directory does not know, with the rows that name it. */
    public record NewUnit(String name, List<Integer> rows) {}

    /** A phrase for several units, the rows with it, and the units' names; none while nobody has said which. */
    public record UnitGroup(String text, List<Integer> rows, List<String> units) {

        public boolean isOpen() {
            return units.isEmpty();
        }
    }

    /** Numbers that no row has, both included. */
    public record NumberGap(int from, int to) {

        static List<NumberGap> among(Set<Integer> numbers) {
            List<NumberGap> gaps = new ArrayList<>();
            int expected = 1;
            for (int number : new TreeSet<>(numbers)) {
                if (number > expected) {
                    gaps.add(new NumberGap(expected, number - 1));
                }
                expected = number + 1;
            }
            return gaps;
        }
    }

    /** Those of the document, then those of each row. */
    public List<TableProblem> problems() {
        return Stream.concat(documentProblems.stream(), rows.stream().flatMap(row -> row.problems().stream()))
                .toList();
    }

    public List<TableProblem> errors() {
        return problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    public ImportRow row(int row) {
        if (row < 1 || row > rows.size()) {
            throw DomainException.notFound(row);
        }
        return rows.get(row - 1);
    }

    /** How many problems of each severity are open. */
    public Map<Severity, Long> problemCounts() {
        return counts(Severity.class, problems().stream(), TableProblem::severity);
    }

    /** What confirming would do with how many rows. */
    public Map<RowAction, Long> actionCounts() {
        return counts(RowAction.class, rows.stream(), ImportRow::action);
    }

    /** Rows whose goal reads quite differently from the one stored under their number. */
    public List<ImportRow> differing(Sameness sameness) {
        return rows.stream().filter(row -> row.sameness() == sameness).toList();
    }

    public long rowsWithoutProblem() {
        return rows.stream().filter(row -> row.problems().isEmpty()).count();
    }

    private static <E, K extends Enum<K>> Map<K, Long> counts(Class<K> keys, Stream<E> elements, Function<E, K> key) {
        Map<K, Long> counts = new EnumMap<>(keys);
        Stream.of(keys.getEnumConstants()).forEach(constant -> counts.put(constant, 0L));
        counts.putAll(elements.collect(Collectors.groupingBy(key, Collectors.counting())));
        return counts;
    }
}
