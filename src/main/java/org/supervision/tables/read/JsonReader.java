package org.supervision.tables.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.reporting.CycleOutcome;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.OpenLedger.OpenKeyTask;
import org.supervision.tables.read.OpenLedger.OpenQuarter;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableRow.SourceText;

/** Reads our own open data: the fields are named already, so nothing has to be found out; they are checked all the same. */
final class JsonReader {

    private static final int MOST_TOKENS = 2_000_000;
    private static final int DEEPEST = 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final UnitDirectory directory;
    private final UnitNameSplitter forms;
    private final Map<String, String> newUnits = new LinkedHashMap<>();

    JsonReader(UnitDirectory directory) {
        this.directory = directory;
        this.forms = new UnitNameSplitter(directory);
    }

    static boolean reads(UploadedFile file) {
        return file.text().filter(text -> text.stripLeading().startsWith("{")).isPresent();
    }

    ReadTable read(UploadedFile file) {
        OpenLedger ledger = parse(file.text().orElseThrow());
        if (ledger.layout() == null
                || !ledger.layout().isTable()
                || ledger.layout() == Layout.UNMAPPED
                || ledger.keyTasks() == null) {
            throw new DocumentRefusedException(Reason.UNKNOWN_LAYOUT);
        }
        List<TableRow> rows = new ArrayList<>();
        ledger.keyTasks().stream()
                .filter(Objects::nonNull)
                .forEach(keyTask -> rows.add(row(keyTask, ledger.layout(), rows.size() + 1)));
        if (rows.isEmpty()) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        return new ReadTable(
                ledger.layout(),
                Texts.clean(Objects.requireNonNullElse(ledger.title(), "")),
                ledger.year(),
                ledger.quarter(),
                rows,
                List.copyOf(newUnits.values()),
                List.of(),
                rows.stream().flatMap(row -> row.problems().stream()).toList());
    }

    private static OpenLedger parse(String text) {
        try {
            return JSON.readValue(text, OpenLedger.class);
        } catch (JsonProcessingException e) {
            throw new DocumentRefusedException(reason(e), e);
        }
    }

    /** What is wrong inside of an object is wrapped on its way out. */
    private static Reason reason(JsonProcessingException e) {
        Throwable first = e.getCause() instanceof JsonProcessingException inside ? inside : e;
        if (first instanceof StreamConstraintsException) {
            return Reason.TOO_MANY_CELLS;
        }
        return first instanceof JsonMappingException ? Reason.UNKNOWN_LAYOUT : Reason.TRUNCATED;
    }

    private TableRow row(OpenKeyTask keyTask, Layout layout, int ordinal) {
        Problems problems = new Problems(ordinal);
        SourcePosition position = SourcePosition.entry(ordinal);
        boolean withheld = keyTask.withheld() != null || RowReader.isWithheld(progress(keyTask));
        if (withheld) {
            String said = Objects.requireNonNullElse(keyTask.withheld(), String.join("\n", progress(keyTask)));
            problems.add("progress", ProblemCode.PROGRESS_WITHHELD, said, position);
        }
        RowValues values = new RowValues(
                keyTask.number(),
                line(keyTask.goal()),
                blankToNull(keyTask.leadUnit()),
                texts(keyTask.supportingUnits()),
                blankToNull(keyTask.section()),
                blankToNull(keyTask.supervisionPhone()),
                quarters(keyTask),
                keyTask.verdict(),
                withheld ? List.of() : progress(keyTask));
        List<SourceText> source = new ArrayList<>();
        if (values.leadUnit() != null) {
            name("leadUnit", values.leadUnit(), position, problems);
        }
        if (values.verdict() == null && layout.statesVerdicts()) {
            problems.add("verdict", ProblemCode.VERDICT_UNKNOWN, null, position);
        }
        values.supportingUnits().forEach(unit -> name("supportingUnits", unit, position, problems));
        source(values, position, source);
        RowChecks.check(values, source, position, problems);
        return new TableRow(ordinal, values, source, position, problems.all(), stated(keyTask, withheld));
    }

    /** What is left out of open data is not known. */
    private static Set<String> stated(OpenKeyTask keyTask, boolean withheld) {
        Set<String> stated = new TreeSet<>(Set.of("number", "goal", "leadUnit"));
        note("supportingUnits", keyTask.supportingUnits(), stated);
        note("section", keyTask.section(), stated);
        note("supervisionPhone", keyTask.supervisionPhone(), stated);
        note("verdict", keyTask.verdict(), stated);
        note("progress", keyTask.progress() == null ? keyTask.outcome() : keyTask.progress(), stated);
        if (withheld) {
            stated.remove("progress");
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
            note(PlannedQuarter.milestoneOf(quarter), keyTask.quarters(), stated);
            note(PlannedQuarter.stepsOf(quarter), keyTask.quarters(), stated);
        }
        return stated;
    }

    private static void note(String field, @Nullable Object value, Set<String> stated) {
        if (value != null) {
            stated.add(field);
        }
    }

    private void name(String field, String unit, SourcePosition position, Problems problems) {
        if (forms.isGroup(unit)) {
            problems.add(field, ProblemCode.UNIT_GROUP, unit, position, unit);
        } else if (directory.find(unit).isEmpty()) {
            newUnits.putIfAbsent(UnitDirectory.key(unit), unit);
        }
    }

    /** Where the reader of the preview finds what was written. */
    private static void source(RowValues values, SourcePosition position, List<SourceText> source) {
        add("number", Objects.toString(values.number(), null), position, source);
        add("goal", values.goal(), position, source);
        add("leadUnit", values.leadUnit(), position, source);
        add("supportingUnits", String.join("\n", values.supportingUnits()), position, source);
        add("section", values.section(), position, source);
        add("supervisionPhone", values.supervisionPhone(), position, source);
        values.quarters().forEach(quarter -> {
            String field = "quarters." + quarter.quarter();
            add(field + ".milestone", quarter.milestone(), position, source);
            add(field + ".actionSteps", String.join("\n", quarter.actionSteps()), position, source);
        });
        add("progress", String.join("\n", values.progress()), position, source);
    }

    private static void add(String field, @Nullable String text, SourcePosition position, List<SourceText> source) {
        if (text != null && !text.isEmpty()) {
            source.add(new SourceText(field, text, position));
        }
    }

    private static List<PlannedQuarter> quarters(OpenKeyTask keyTask) {
        return Stream.ofNullable(keyTask.quarters())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(quarter -> quarter.quarter() >= 1 && quarter.quarter() <= 4)
                .map(JsonReader::quarter)
                .filter(quarter ->
                        !quarter.milestone().isEmpty() || !quarter.actionSteps().isEmpty())
                .sorted(Comparator.comparing(PlannedQuarter::quarter))
                .toList();
    }

    private static PlannedQuarter quarter(OpenQuarter quarter) {
        return new PlannedQuarter(quarter.quarter(), line(quarter.milestone()), texts(quarter.actionSteps()));
    }

    /** Where there is no approved report the table says so in the words a table has for it. */
    private static List<String> progress(OpenKeyTask keyTask) {
        return keyTask.outcome() == null || keyTask.outcome() == CycleOutcome.APPROVED
                ? texts(keyTask.progress())
                : List.of(WrittenWords.of("outcome." + keyTask.outcome()));
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : Texts.paragraphs(texts.stream().filter(Objects::nonNull).toList());
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Texts.join(Texts.paragraphs(List.of(text)));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }
}
