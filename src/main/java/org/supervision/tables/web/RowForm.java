package org.supervision.tables.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.supervision.tables.TableImport;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;

/**
 * A row as it stands in the form: one text for each input; lists one entry per line, each quarter two inputs.
 *
 * @param texts by name of the input: the row's fields, and {@code milestone1} to {@code actionSteps4}
 */
record RowForm(Map<String, String> texts) {

    private static final Set<String> LISTS = Set.of("supportingUnits", "progress");
    private static final List<String> PLAIN = List.of(
            "number",
            "goal",
            "leadUnit",
            "supportingUnits",
            "section",
            "supervisionPhone",
            "leaderInCharge",
            "verdict",
            "progress",
            "reportProblems",
            "nextSteps");

    /** What such a document states, with the values of the row; a result table has the milestone of its quarter only, a
     * goal picked from a report may be given all. */
    static RowForm of(RowValues values, TableImport table) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", Objects.toString(values.number(), ""));
        texts.put("goal", values.goal());
        texts.put("leadUnit", Objects.toString(values.leadUnit(), ""));
        texts.put("supportingUnits", String.join("\n", values.supportingUnits()));
        texts.put("section", Objects.toString(values.section(), ""));
        texts.put("supervisionPhone", Objects.toString(values.supervisionPhone(), ""));
        texts.put("leaderInCharge", Objects.toString(values.leaderInCharge(), ""));
        if (table.layout().statesResults()) {
            texts.put("verdict", Objects.toString(values.verdict(), ""));
            texts.put("progress", String.join("\n", values.progress()));
            texts.put("reportProblems", Objects.toString(values.reportProblems(), ""));
            texts.put("nextSteps", Objects.toString(values.nextSteps(), ""));
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
            PlannedQuarter planned = values.quarter(quarter);
            if (isPlanned(table, quarter) || values.quarters().contains(planned)) {
                texts.put("milestone" + quarter, planned.milestone());
                texts.put("actionSteps" + quarter, String.join("\n", planned.actionSteps()));
            }
        }
        return new RowForm(texts);
    }

    private static boolean isPlanned(TableImport table, int quarter) {
        if (!table.layout().isTable()) {
            return true;
        }
        return table.layout().statesMilestones()
                && (!table.layout().statesResults() || Objects.equals(table.quarter(), quarter));
    }

    /** What was sent; inputs that are not the form's are passed over. */
    static RowForm of(MultiValueMap<String, String> sent) {
        Map<String, String> texts = new LinkedHashMap<>();
        PLAIN.stream().filter(sent::containsKey).forEach(name -> texts.put(name, text(sent, name)));
        IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(quarter -> List.of("milestone" + quarter, "actionSteps" + quarter).stream())
                .filter(sent::containsKey)
                .forEach(name -> texts.put(name, text(sent, name)));
        return new RowForm(texts);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.toString(sent.getFirst(name), "").replace("\r\n", "\n");
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** The fields of the contract with what was entered; an empty text takes a value away. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        PLAIN.stream().filter(this::has).forEach(name -> values.put(name, value(name)));
        List<PlannedQuarter> quarters = IntStream.rangeClosed(1, 4)
                .filter(quarter -> has("milestone" + quarter))
                .mapToObj(quarter ->
                        new PlannedQuarter(quarter, text("milestone" + quarter), lines(text("actionSteps" + quarter))))
                .toList();
        if (!quarters.isEmpty()) {
            values.put("quarters", quarters);
        }
        return values;
    }

    private @Nullable Object value(String name) {
        String text = text(name).strip();
        if (LISTS.contains(name)) {
            return lines(text);
        }
        return text.isEmpty() ? null : text;
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
