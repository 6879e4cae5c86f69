package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableRow.SourceText;

/** Finds what is missing, too long or damaged in the values of a row, read or corrected; nothing is repaired. */
public final class RowChecks {

    private static final Pattern LOST_CHARACTERS = Words.pattern("lost characters");
    private static final List<String> QUOTES = Words.section("quotes");
    private static final int LARGEST_NUMBER = 99_999;
    private static final int LONGEST_GOAL = 4_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_UNIT_NAME = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_UNITS = 200;
    private static final int MOST_STEPS = 100;

    private final RowValues values;
    private final List<SourceText> source;
    private final SourcePosition row;
    private final Problems problems;

    private RowChecks(RowValues values, List<SourceText> source, SourcePosition row, Problems problems) {
        this.values = values;
        this.source = source;
        this.row = row;
        this.problems = problems;
    }

    /** The problems of the row's values. */
    static void check(RowValues values, List<SourceText> source, SourcePosition row, Problems problems) {
        new RowChecks(values, source, row, problems).run();
    }

    /**
     * The row with new values. What was said about the named fields is settled by them, but for a verdict that is still
     * unknown; what is wrong with their new values is said again.
     *
     * @param fields names of the contract
     */
    public static TableRow corrected(TableRow row, RowValues values, Predicate<String> fields) {
        Problems found = new Problems(row.row());
        check(values, row.source(), row.position(), found);
        Predicate<TableProblem> ofFields = problem -> problem.field() != null
                && fields.test(problem.field().split("\\.")[0])
                && (values.verdict() != null || !problem.code().equals(ProblemCode.VERDICT_UNKNOWN.code()));
        List<TableProblem> all = new ArrayList<>(
                row.problems().stream().filter(ofFields.negate()).toList());
        all.addAll(found.all().stream().filter(ofFields).toList());
        return row.with(values, all);
    }

    private void run() {
        Integer number = values.number();
        if (number != null && (number < 1 || number > LARGEST_NUMBER)) {
            add("number", ProblemCode.NUMBER_INVALID, number.toString(), number.toString());
        } else if (number == null) {
            String written = written("number");
            add(
                    "number",
                    written.isEmpty() ? ProblemCode.NUMBER_MISSING : ProblemCode.NUMBER_INVALID,
                    written,
                    written);
        }
        if (values.goal().isBlank()) {
            add("goal", ProblemCode.GOAL_MISSING, null);
        }
        text("goal", values.goal(), LONGEST_GOAL);
        if (values.leadUnit() == null) {
            add("leadUnit", ProblemCode.LEAD_MISSING, written("leadUnit"));
        }
        length("leadUnit", values.leadUnit(), LONGEST_UNIT_NAME);
        values.supportingUnits().forEach(unit -> length("supportingUnits", unit, LONGEST_UNIT_NAME));
        count("supportingUnits", values.supportingUnits(), MOST_UNITS);
        length("section", values.section(), LONGEST_LINE);
        length("leaderInCharge", values.leaderInCharge(), LONGEST_LINE);
        length("supervisionPhone", values.supervisionPhone(), LONGEST_LINE);
        for (PlannedQuarter quarter : values.quarters()) {
            String field = "quarters." + quarter.quarter();
            text(field + ".milestone", quarter.milestone(), LONGEST_TEXT);
            text(field + ".actionSteps", Texts.join(quarter.actionSteps()), LONGEST_TEXT);
            count(field + ".actionSteps", quarter.actionSteps(), MOST_STEPS);
        }
        text("progress", Texts.join(values.progress()), LONGEST_TEXT);
        text("reportProblems", Objects.toString(values.reportProblems(), ""), LONGEST_TEXT);
        text("nextSteps", Objects.toString(values.nextSteps(), ""), LONGEST_TEXT);
    }

    private void text(String field, String text, int longest) {
        length(field, text, longest);
        Matcher lost = LOST_CHARACTERS.matcher(text);
        while (lost.find()) {
            int end = Math.min(text.length(), lost.end() + (text.charAt(lost.end() - 1) < 128 ? 1 : 0));
            add(field, ProblemCode.LOST_CHARACTERS, text.substring(lost.start(), end));
        }
        for (String pair : QUOTES) {
            if (!balanced(text, pair.charAt(0), pair.charAt(1))) {
                add(field, ProblemCode.QUOTES_UNBALANCED, text, pair);
            }
        }
    }

    private void length(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            add(field, ProblemCode.TOO_LONG, text, Integer.toString(longest));
        }
    }

    private void count(String field, List<String> list, int most) {
        if (list.size() > most) {
            add(field, ProblemCode.TOO_MANY, null, Integer.toString(most));
        }
    }

    private void add(String field, ProblemCode code, @Nullable String text, String... arguments) {
        problems.add(field, code, text, position(field), arguments);
    }

    private String written(String field) {
        return source.stream()
                .filter(cell -> cell.field().equals(field))
                .map(SourceText::text)
                .findFirst()
                .orElse("");
    }

    private SourcePosition position(String field) {
        return source.stream()
                .filter(cell -> cell.field().equals(field))
                .map(SourceText::position)
                .findFirst()
                .orElse(row);
    }

    private static boolean balanced(String text, char open, char close) {
        if (text.indexOf(open) < 0 && text.indexOf(close) < 0) {
            return true;
        }
        int depth = 0;
        for (char character : text.toCharArray()) {
            depth += character == open ? 1 : character == close ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
