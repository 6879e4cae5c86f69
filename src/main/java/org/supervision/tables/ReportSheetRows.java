package org.supervision.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;
import org.supervision.tables.write.ReportSheet;
import org.supervision.tables.write.ReportSheet.Line;
import org.supervision.workflow.Refusals;

/** What the rows of a report sheet say: one with texts for each report and part, one with a value for each indicator. */
@Component
class ReportSheetRows {

    /** The texts that are filled in, in the order of their columns. */
    static final List<String> ANSWERS = List.of("verdict", "progress", "problems", "nextSteps");

    /** Beside the answers: a verdict that is none of those to choose from. */
    static final String MISREAD = "misread";

    private static final int FIRST_ANSWER = ReportSheet.FIRST_ANSWER;
    private static final int KEY = FIRST_ANSWER + ANSWERS.size();

    private final KeyTasks keyTasks;
    private final OrgUnits units;
    private final Refusals words;

    ReportSheetRows(KeyTasks keyTasks, OrgUnits units, Refusals words) {
        this.keyTasks = keyTasks;
        this.units = units;
        this.words = words;
    }

    /**
     * @param unit code of the unit that fills it in
     * @param waiting numbers of what it cannot fill in yet
     */
    byte[] write(RoundView round, String unit, List<SheetLine> lines, List<Integer> waiting) {
        Map<Integer, KeyTask> tasks = keyTasks
                .of(round.government(), round.quarter().year())
                .stream()
                .collect(Collectors.toMap(KeyTask::number, Function.identity()));
        return ReportSheet.write(
                new ReportSheet.Words(
                        text("title"),
                        words.text(
                                        "tables.sheet.hint",
                                        List.of(
                                                units.get(unit).name(),
                                                words.text(
                                                        "reporting.quarter",
                                                        List.of(
                                                                String.valueOf(
                                                                        round.quarter()
                                                                                .year()),
                                                                round.quarter().number())),
                                                round.reportDueOn().toString()))
                                + (waiting.isEmpty() ? "" : "\n" + waiting(waiting)),
                        texts("number", "goal", "milestone", "verdict", "progress", "problems", "nextSteps", "report"),
                        Arrays.stream(Verdict.values()).map(this::verdict).toList(),
                        text("values"),
                        text("values-hint"),
                        texts("number", "goal", "indicator", "value", "unit", "target", "last", "report")),
                lines.stream()
                        .map(line -> row(line, tasks.get(line.number()), round))
                        .toList(),
                lines.stream()
                        .flatMap(line -> Stream.concat(
                                line.readings().stream()
                                        .map(reading -> row(
                                                line,
                                                reading,
                                                reading.indicator().target().name(),
                                                line.drafted()
                                                        .get(String.valueOf(reading.indicator()
                                                                .id())),
                                                line.key(reading))),
                                line.carried().stream()
                                        .map(part -> row(
                                                line,
                                                part.reading(),
                                                words.text(
                                                        "tables.sheet.carried",
                                                        List.of(part.item().name())),
                                                line.draftedParts()
                                                        .get(String.valueOf(
                                                                part.item().id())),
                                                line.key(part)))))
                        .toList());
    }

    private String waiting(List<Integer> numbers) {
        String listed = numbers.stream().map(String::valueOf).collect(Collectors.joining(text("comma")));
        return words.text("tables.sheet.waiting", List.of(numbers.size(), listed));
    }

    private Line row(SheetLine line, KeyTask keyTask, RoundView round) {
        String verdict = line.values().get("verdict");
        List<String> texts = List.of(
                String.valueOf(line.number()),
                line.goal(),
                keyTask.milestone(round.quarter().number()).map(Milestone::text).orElse(""),
                line.part() ? text("part") : verdict.isBlank() ? "" : verdict(Verdict.valueOf(verdict)),
                line.values().get("progress"),
                line.values().get("problems"),
                line.values().get("nextSteps"),
                line.key());
        return new Line(
                texts,
                IntStream.range(0, ANSWERS.size())
                        .filter(answer -> isAsked(line, ANSWERS.get(answer)))
                        .mapToObj(answer -> FIRST_ANSWER + answer)
                        .collect(Collectors.toSet()));
    }

    private static boolean isAsked(SheetLine line, String answer) {
        return !line.part() || answer.equals("progress") || answer.equals("problems");
    }

    private Line row(SheetLine line, IndicatorReading reading, String name, @Nullable String drafted, String key) {
        Indicator target = reading.indicator().target();
        List<String> texts = List.of(
                String.valueOf(line.number()),
                line.goal(),
                name,
                drafted == null ? "" : drafted,
                words.text("keytask.scale." + target.scale(), List.of()) + target.unit(),
                (target.comparator() == Indicator.Comparator.EQ
                                ? ""
                                : words.text("keytask.comparator." + target.comparator(), List.of()))
                        + Objects.requireNonNull(target.value()).toPlainString(),
                reading.last() == null ? "" : reading.last().toPlainString(),
                key);
        return new Line(texts, Set.of(FIRST_ANSWER));
    }

    /** Which line or indicator a row is of; empty for a header and for what somebody added. */
    String key(List<String> row) {
        return row.size() <= KEY || row.get(KEY).equals(text("report")) ? "" : row.get(KEY);
    }

    /** The value of a row of an indicator as it is typed; empty for none. */
    String value(List<String> row) {
        return row.get(FIRST_ANSWER).strip();
    }

    /** What is filled in, by the name of its field; what is left blank is left out. */
    Map<String, String> answers(SheetLine line, List<String> row) {
        Map<String, String> answers = new HashMap<>();
        Map<String, String> verdicts = verdicts();
        for (int i = 0; i < ANSWERS.size(); i++) {
            String name = ANSWERS.get(i);
            String typed = row.get(FIRST_ANSWER + i).strip();
            if (typed.isEmpty() || !isAsked(line, name)) {
                continue;
            }
            if (!name.equals("verdict")) {
                answers.put(name, typed);
            } else if (verdicts.containsKey(typed)) {
                answers.put(name, verdicts.get(typed));
            } else {
                answers.put(MISREAD, typed);
            }
        }
        return answers;
    }

    /** Names of verdicts by their words, in every language a sheet may have been taken out in. */
    private Map<String, String> verdicts() {
        Map<String, String> names = new HashMap<>();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (Verdict verdict : Verdict.values()) {
                names.put(words.text("reporting.verdict." + verdict, List.of(), language), verdict.name());
            }
        }
        return names;
    }

    private String verdict(Verdict verdict) {
        return words.text("reporting.verdict." + verdict, List.of());
    }

    private List<String> texts(String... keys) {
        return Arrays.stream(keys).map(this::text).toList();
    }

    private String text(String key) {
        return words.text("tables.sheet." + key, List.of());
    }
}
