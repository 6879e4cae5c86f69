package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.TableProblem.Severity;

/** The real documents, read for a government without any unit, against the checked answers. */
class SeedTests {

    private record Quarter(int quarter, String milestone, String actionPlan) {}

    private record Plan(
            int number,
            String goal,
            String lead,
            List<String> supporting,
            String section,
            String phone,
            List<Quarter> quarters) {}

    private record QuarterResult(
            int number, String goal, List<String> units, List<Quarter> quarters, String progress) {}

    private record Result(int number, String goal, String lead, List<String> supporting, List<String> progress) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds/003",
                "ledgers/wuhu-2024-q1.html",
                "ledgers/wuhu-2024-q1.xlsx",
                "ledgers/wuhu-2024-q1.docx",
                "ledgers/wuhu-2024-q1.pdf"
            })
    void everyRowOfTheResultListIsRead(String file) {
        ReadTable table = SharedDocuments.read(file);

        assertThat(table.layout()).isEqualTo(Layout.RESULT_LIST);
        assertThat(table.year()).isEqualTo(2024);
        assertThat(table.quarter()).isEqualTo(1);
        assertThat(key(table.title()))
                .isEqualTo(
                        key(SharedDocuments.expected("003.json").path("title").asText()));
        assertThat(table.rows().stream().map(SeedTests::result))
                .hasSize(152)
                .containsExactlyElementsOf(tasks("003.json", SeedTests::result));
        assertThat(table.newUnits()).hasSize(48).doesNotHaveDuplicates();
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.values().verdict()).isNull());
        assertThat(table.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds/000",
                "ledgers/anqing-2024.html",
                "ledgers/anqing-2024.xlsx",
                "ledgers/anqing-2024.xls",
                "ledgers/anqing-2024.docx",
                "ledgers/anqing-2024.doc",
                "ledgers/anqing-2024.pdf"
            })
    void everyRowOfThePlanGridIsReadInEveryField(String file) {
        ReadTable table = SharedDocuments.read(file);

        assertThat(table.layout()).isEqualTo(Layout.PLAN_GRID);
        assertThat(table.year()).isEqualTo(2024);
        assertThat(table.quarter()).isNull();
        assertThat(key(table.title()))
                .isEqualTo(
                        key(SharedDocuments.expected("000.json").path("title").asText()));
        assertThat(table.rows().stream().map(SeedTests::plan))
                .hasSize(17)
                .containsExactlyElementsOf(tasks("000.json", SeedTests::plan));
        assertThat(table.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(problems(table, 10)).contains("unit-group");
        assertThat(problems(table, 12)).contains("unit-in-brackets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds/003",
                "ledgers/wuhu-2024-q1.html",
                "ledgers/wuhu-2024-q1.xlsx",
                "ledgers/wuhu-2024-q1.docx",
                "ledgers/wuhu-2024-q1.pdf"
            })
    void lostCharactersAreWarnedAboutAndStay(String file) {
        ReadTable table = SharedDocuments.read(file);

        assertThat(table.problems())
                .filteredOn(problem -> problem.code().equals("lost-characters"))
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
                .extracting(TableProblem::source)
                .contains("330\u65e5", "202450\u9879");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledgers/anqing-2022-q4.xlsx", "ledgers/anqing-2022-q4.docx", "ledgers/anqing-2022-q4.pdf"})
    void everyRowOfTheQuarterResultIsReadInEveryFieldWithItsTick(String file) {
        ReadTable table = SharedDocuments.read(file);

        assertQuarterResult(table);
        assertParagraphs(table, file.endsWith(".pdf") ? Set.of(36) : Set.of());
        JsonNode ticks = SharedDocuments.ledger("anqing-2022-q4.status.json").path("status");
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.values().verdict())
                .isEqualTo(
                        ticks.path(String.valueOf(row.values().number()))
                                        .asText()
                                        .equals("done")
                                ? Verdict.DONE
                                : Verdict.BEHIND));
        assertThat(table.rows())
                .filteredOn(row -> row.values().verdict() == Verdict.BEHIND)
                .hasSize(1);
        assertThat(table.problems())
                .extracting(TableProblem::code)
                .doesNotContain("verdict-unknown", "row-unassigned", "row-ignored");
    }

    @Test
    void everyRowOfTheWrappedQuarterResultIsReadAndItsVerdictAsked() {
        ReadTable table = SharedDocuments.read("seeds/002");

        assertQuarterResult(table);
        assertParagraphs(table, Set.of(33, 34));
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.values().verdict()).isNull();
            assertThat(row.problems()).extracting(TableProblem::code).contains("verdict-unknown");
        });
    }

    private static void assertQuarterResult(ReadTable table) {
        assertThat(table.layout()).isEqualTo(Layout.QUARTER_RESULT);
        assertThat(table.year()).isEqualTo(2022);
        assertThat(table.quarter()).isEqualTo(4);
        assertThat(key(table.title()))
                .isEqualTo(
                        key(SharedDocuments.expected("002.json").path("title").asText()));
        assertThat(table.rows().stream().map(SeedTests::quarterResult))
                .hasSize(16)
                .containsExactlyElementsOf(tasks("002.json", SeedTests::quarterResult));
        assertThat(table.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** @param unknowable tasks with a paragraph whose last line fills its column, so that nothing shows its end */
    private static void assertParagraphs(ReadTable table, Set<Integer> unknowable) {
        assertThat(table.rows().stream()
                        .map(TableRow::values)
                        .filter(values -> !unknowable.contains(values.number()))
                        .map(values -> List.of(
                                keys(values.progress()),
                                keys(values.quarters().get(0).actionSteps()))))
                .hasSize(16 - unknowable.size())
                .containsExactlyElementsOf(tasks("002.json", task -> task).stream()
                        .filter(task -> !unknowable.contains(task.path("number").asInt()))
                        .map(task -> List.of(lines(task.path("progress")), lines(task.path("actionPlan"))))
                        .toList());
    }

    private static List<String> lines(JsonNode text) {
        return keys(text.asText().lines().toList());
    }

    @Test
    void whatIsUnusualInThePlanGridIsSaid() {
        ReadTable table = SharedDocuments.read("seeds/000");

        assertThat(problems(table, 12)).contains("row-order-inverted");
        assertThat(problems(table, 13)).contains("row-order-inverted");
        assertThat(table.problems())
                .filteredOn(problem -> problem.row() == null)
                .extracting(TableProblem::code)
                .containsOnly("header-echo", "duplicate-row");
    }

    @Test
    void namesThatAreOnlyGuessedAreAsked() {
        ReadTable table = SharedDocuments.read("seeds/003");

        assertThat(problems(table, 102)).contains("unit-guessed");
        assertThat(problems(table, 56)).contains("unit-guessed");
        assertThat(problems(table, 1)).doesNotContain("unit-guessed");
    }

    @Test
    void everyRowKnowsItsPlaceInTheSource() {
        assertThat(SharedDocuments.read("ledgers/wuhu-2024-q1.xlsx")
                        .rows()
                        .get(0)
                        .position())
                .satisfies(position -> {
                    assertThat(position.kind()).isEqualTo(SourcePosition.Kind.CELL);
                    assertThat(position.row()).isEqualTo(3);
                    assertThat(position.column()).isEqualTo(1);
                });
        assertThat(SharedDocuments.read("seeds/000").rows().get(0).position())
                .isEqualTo(new SourcePosition(SourcePosition.Kind.LINE, "", 7, 1));
    }

    private static List<String> problems(ReadTable table, int number) {
        return table.rows().stream()
                .filter(row -> Integer.valueOf(number).equals(row.values().number()))
                .flatMap(row -> row.problems().stream())
                .map(TableProblem::code)
                .toList();
    }

    private static Result result(TableRow row) {
        return new Result(
                row.values().number() == null ? -1 : row.values().number(),
                key(row.values().goal()),
                key(row.values().leadUnit()),
                keys(row.values().supportingUnits()),
                keys(row.values().progress()));
    }

    private static Result result(JsonNode task) {
        return new Result(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                key(task.path("leadUnit").asText()),
                keys(texts(task.path("coUnits"))),
                keys(texts(task.path("progress"))));
    }

    private static QuarterResult quarterResult(TableRow row) {
        Plan plan = plan(row);
        List<String> units = new ArrayList<>(List.of(plan.lead()));
        units.addAll(plan.supporting());
        return new QuarterResult(
                plan.number(),
                plan.goal(),
                units,
                plan.quarters(),
                key(String.join("", row.values().progress())));
    }

    private static QuarterResult quarterResult(JsonNode task) {
        return new QuarterResult(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                keys(texts(task.path("units"))),
                List.of(new Quarter(
                        4,
                        key(task.path("milestone").asText()),
                        key(task.path("actionPlan").asText()))),
                key(task.path("progress").asText()));
    }

    private static Plan plan(TableRow row) {
        return new Plan(
                row.values().number() == null ? -1 : row.values().number(),
                key(row.values().goal()),
                key(row.values().leadUnit()),
                keys(row.values().supportingUnits()),
                key(row.values().section()),
                key(row.values().supervisionPhone()),
                row.values().quarters().stream()
                        .map(quarter -> new Quarter(
                                quarter.quarter(),
                                key(quarter.milestone()),
                                key(String.join("", quarter.actionSteps()))))
                        .toList());
    }

    private static Plan plan(JsonNode task) {
        List<Quarter> quarters = new ArrayList<>();
        task.path("quarters")
                .forEach(quarter -> quarters.add(new Quarter(
                        quarter.path("quarter").asInt(),
                        key(quarter.path("milestone").asText()),
                        key(quarter.path("actionPlan").asText()))));
        return new Plan(
                task.path("number").asInt(),
                key(task.path("goal").asText()),
                key(task.path("leadUnit").asText()),
                keys(texts(task.path("coUnits"))),
                key(task.path("section").asText()),
                key(task.path("phone").asText()),
                quarters);
    }

    private static <T> List<T> tasks(String file, Function<JsonNode, T> read) {
        JsonNode tasks = SharedDocuments.expected(file).path("tasks");
        return StreamSupport.stream(tasks.spliterator(), false).map(read).toList();
    }

    private static Stream<String> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).toList();
    }

    private static List<String> keys(List<String> texts) {
        return texts.stream().map(SeedTests::key).toList();
    }

    /** White space does not count, nor the width of brackets. */
    private static String key(@Nullable String text) {
        return String.valueOf(text)
                .replaceAll("[\\s\\p{Zs}]", "")
                .replace('\uff08', '(')
                .replace('\uff09', ')');
    }
}
