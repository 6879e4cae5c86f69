package org.supervision.tables.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Verdict;

/**
 * What a row says of its key task; the names are those of the REST contract.
 *
 * @param leadUnit the name as written; codes are looked up when the row is taken over
 * @param progress one text per paragraph
 * @param verdict null unless the document states it
 * @param leaderInCharge the name as written
 * @param reportProblems what the report says hinders the work; a line for each paragraph
 * @param nextSteps what the report says comes next, likewise
 */
public record RowValues(
        @Nullable Integer number,
        String goal,
        @Nullable String leadUnit,
        List<String> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        List<PlannedQuarter> quarters,
        @Nullable Verdict verdict,
        List<String> progress,
        @Nullable String leaderInCharge,
        @Nullable String reportProblems,
        @Nullable String nextSteps) {

    /** What stands for a report that is not approved, by what became of it. */
    private static final Map<CycleOutcome, Pattern> OUTCOMES = Stream.of(
                    CycleOutcome.NOT_REPORTED,
                    CycleOutcome.NOT_APPROVED,
                    CycleOutcome.SUSPENDED,
                    CycleOutcome.UNDER_REVIEW)
            .collect(Collectors.toMap(outcome -> outcome, outcome -> Words.pattern("outcome " + outcome)));

    private static final int LONGEST_OUTCOME = 20;

    public RowValues {
        supportingUnits = List.copyOf(supportingUnits);
        quarters = List.copyOf(quarters);
        progress = List.copyOf(progress);
    }

    /** A row that names no leader in charge and says neither what hinders the work nor what comes next. */
    public RowValues(
            @Nullable Integer number,
            String goal,
            @Nullable String leadUnit,
            List<String> supportingUnits,
            @Nullable String section,
            @Nullable String supervisionPhone,
            List<PlannedQuarter> quarters,
            @Nullable Verdict verdict,
            List<String> progress) {
        this(
                number,
                goal,
                leadUnit,
                supportingUnits,
                section,
                supervisionPhone,
                quarters,
                verdict,
                progress,
                null,
                null,
                null);
    }

    /** What the progress says of the report: a table without one, or with the words for it, shows none approved. */
    public CycleOutcome outcome() {
        String text = Texts.key(String.join("", progress));
        if (text.isEmpty()) {
            return CycleOutcome.NOT_REPORTED;
        }
        return text.length() > LONGEST_OUTCOME
                ? CycleOutcome.APPROVED
                : OUTCOMES.entrySet().stream()
                        .filter(words -> words.getValue().matcher(text).matches())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(CycleOutcome.APPROVED);
    }

    /** The fields whose values are others than those, quarters apart. */
    public Set<String> differingFrom(RowValues other) {
        Set<String> fields = new TreeSet<>();
        note("number", number, other.number, fields);
        note("goal", goal, other.goal, fields);
        note("leadUnit", leadUnit, other.leadUnit, fields);
        note("supportingUnits", supportingUnits, other.supportingUnits, fields);
        note("section", section, other.section, fields);
        note("supervisionPhone", supervisionPhone, other.supervisionPhone, fields);
        note("leaderInCharge", leaderInCharge, other.leaderInCharge, fields);
        note("verdict", verdict, other.verdict, fields);
        note("progress", progress, other.progress, fields);
        note("reportProblems", reportProblems, other.reportProblems, fields);
        note("nextSteps", nextSteps, other.nextSteps, fields);
        for (int quarter = 1; quarter <= 4; quarter++) {
            PlannedQuarter mine = quarter(quarter);
            PlannedQuarter others = other.quarter(quarter);
            note(PlannedQuarter.milestoneOf(quarter), mine.milestone, others.milestone, fields);
            note(PlannedQuarter.stepsOf(quarter), mine.actionSteps, others.actionSteps, fields);
        }
        return fields;
    }

    private static void note(String field, @Nullable Object mine, @Nullable Object others, Set<String> fields) {
        if (!Objects.equals(mine, others)) {
            fields.add(field);
        }
    }

    /** What is said of the quarter; blank if nothing is. */
    public PlannedQuarter quarter(int number) {
        return quarters.stream()
                .filter(planned -> planned.quarter() == number)
                .findFirst()
                .orElse(new PlannedQuarter(number, "", List.of()));
    }

    /** What one quarter must reach, and how. */
    public record PlannedQuarter(int quarter, String milestone, List<String> actionSteps) {

        public PlannedQuarter {
            actionSteps = List.copyOf(actionSteps);
        }

        /** Name of the field that holds what the quarter must reach. */
        public static String milestoneOf(int quarter) {
            return "quarters." + quarter + ".milestone";
        }

        /** Name of the field that holds how it is reached. */
        public static String stepsOf(int quarter) {
            return "quarters." + quarter + ".actionSteps";
        }
    }
}
