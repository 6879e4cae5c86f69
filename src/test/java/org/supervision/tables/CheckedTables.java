package org.supervision.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.ResultRow;
import org.supervision.tables.read.SharedDocuments;

/** The checked answers for the real documents and what is stored of them, in one form that can be compared. */
public final class CheckedTables {

    private CheckedTables() {}

    /** The rows of the result list. */
    static List<List<Object>> results() {
        return tasks("003.json", CheckedTables::result);
    }

    static List<List<Object>> results(List<ResultRow> rows) {
        return rows.stream()
                .map(row -> List.<Object>of(
                        row.number(),
                        key(row.goal()),
                        key(row.leadUnit()),
                        keys(row.supportingUnits()),
                        keys(row.progress())))
                .toList();
    }

    /** The rows of the plan grid. */
    static List<List<Object>> plan() {
        return tasks("000.json", CheckedTables::plan);
    }

    /** @param name of a unit by its code */
    static List<List<Object>> plan(List<KeyTask> keyTasks, Function<String, String> name) {
        return keyTasks.stream()
                .map(task -> List.<Object>of(
                        task.number(),
                        key(task.goal()),
                        key(name.apply(task.leadUnit())),
                        task.supportingUnits().stream()
                                .map(unit -> key(unit.text()))
                                .toList(),
                        key(String.valueOf(task.section())),
                        key(String.valueOf(task.supervisionPhone())),
                        task.milestones().stream()
                                .map(milestone -> List.of(
                                        milestone.quarter(),
                                        key(milestone.text()),
                                        key(String.join("", milestone.actionSteps()))))
                                .toList()))
                .toList();
    }

    /** The rows of the quarter's result with their plan. */
    static List<List<Object>> quarterResults() {
        return tasks("002.json", CheckedTables::quarterResult);
    }

    /** @param name of a unit by its code */
    static List<List<Object>> quarterResults(
            List<KeyTask> keyTasks, List<ResultRow> results, Function<String, String> name) {
        return IntStream.range(0, keyTasks.size())
                .mapToObj(i -> List.<Object>of(
                        keyTasks.get(i).number(),
                        key(keyTasks.get(i).goal()),
                        Stream.concat(
                                        Stream.of(name.apply(keyTasks.get(i).leadUnit())),
                                        keyTasks.get(i).supportingUnits().stream()
                                                .map(SupportingUnit::text))
                                .map(CheckedTables::key)
                                .toList(),
                        keyTasks.get(i).milestones().stream()
                                .map(milestone -> List.of(
                                        milestone.quarter(),
                                        key(milestone.text()),
                                        key(String.join("", milestone.actionSteps()))))
                                .toList(),
                        key(String.join("", results.get(i).progress()))))
                .toList();
    }

    private static List<Object> quarterResult(JsonNode task) {
        return List.of(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                keys(task.path("units")),
                List.of(List.of(
                        4,
                        key(task.path("milestone").asText()),
                        key(task.path("actionPlan").asText()))),
                key(task.path("progress").asText()));
    }

    /** White space does not count, nor the width of brackets. */
    public static String key(String text) {
        return text.replaceAll("[\\s\\p{Zs}]", "").replace('\uff08', '(').replace('\uff09', ')');
    }

    public static List<String> keys(List<String> texts) {
        return texts.stream().map(CheckedTables::key).toList();
    }

    private static List<List<Object>> tasks(String file, Function<JsonNode, List<Object>> task) {
        return StreamSupport.stream(SharedDocuments.expected(file).path("tasks").spliterator(), false)
                .map(task)
                .toList();
    }

    private static List<Object> result(JsonNode task) {
        return List.of(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                key(task.path("leadUnit").asText()),
                keys(task.path("coUnits")),
                keys(task.path("progress")));
    }

    private static List<Object> plan(JsonNode task) {
        List<Object> quarters = new ArrayList<>();
        task.path("quarters")
                .forEach(quarter -> quarters.add(List.of(
                        quarter.path("quarter").asInt(),
                        key(quarter.path("milestone").asText()),
                        key(quarter.path("actionPlan").asText()))));
        return List.of(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                key(task.path("leadUnit").asText()),
                keys(task.path("coUnits")),
                key(task.path("section").asText()),
                key(task.path("phone").asText()),
                quarters);
    }

    private static List<String> keys(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(text -> key(text.asText()))
                .toList();
    }
}
