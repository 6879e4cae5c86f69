package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supervision.identity.UnitDirectory;

/**
 * Tables of many layouts, each a file: the source, a line of equals signs, and what is read of it: layout, year and
 * quarter, the rows, and the problems that are not questions about units. Lines before the source that begin with an at
 * sign say what a head means to the government: {@code @head=COLUMN}, or that it is not read: {@code @head=}. A table below unknown heads is read as these heads.
 */
class LayoutCorpusTests {

    private static final Path FOLDER = Path.of("src/test/resources/tables/corpus");
    private static final Pattern SAID = Pattern.compile("@([^=\\n]+)=([A-Z_0-9]*)\\n");
    private static final String END_OF_SOURCE = "\n=====\n";

    private static Stream<Path> layouts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void theCorpusHasThirtyLayouts() throws IOException {
        assertThat(layouts()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aTableIsReadAsItsFileSays(Path file) throws IOException {
        String content = Files.readString(file);
        int end = content.indexOf(END_OF_SOURCE);

        assertThat(read(content.substring(0, end)))
                .isEqualTo(content.substring(end + END_OF_SOURCE.length()).strip());
    }

    private static String read(String source) throws IOException {
        try {
            Matcher said = SAID.matcher(source);
            Map<String, Optional<Column>> meanings = new HashMap<>();
            int start = 0;
            while (said.find() && said.start() == start) {
                meanings.put(
                        HeaderNames.key(said.group(1)),
                        Optional.of(said.group(2))
                                .filter(column -> !column.isEmpty())
                                .map(Column::valueOf));
                start = said.end();
            }
            ReadDocument document = new TableReader(UnitDirectory.EMPTY, new HeaderNames(meanings))
                    .readAny(
                            "", new ByteArrayInputStream(source.substring(start).getBytes(StandardCharsets.UTF_8)));
            return document instanceof ReadTable table ? read(table) : read((ReadNarrative) document);
        } catch (DocumentRefusedException refusal) {
            return "refused " + refusal.reason().code();
        }
    }

    /** What there is to pick: goals with their lead, and values. */
    private static String read(ReadNarrative narrative) {
        List<String> lines = new ArrayList<>(List.of(narrative.layout() + " " + narrative.year()));
        narrative
                .passages()
                .forEach(passage -> lines.add(passage.part() + " " + passage.text()
                        + (passage.row() == null
                                ? ""
                                : " | "
                                        + narrative
                                                .rows()
                                                .get(passage.row() - 1)
                                                .values()
                                                .leadUnit())));
        return String.join("\n", lines);
    }

    private static String read(ReadTable table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.layout() + " " + table.year() + " " + table.quarter());
        if (table.layout() == Layout.UNMAPPED) {
            table.columns().forEach(column -> lines.add("? " + column.head()));
        }
        table.rows().forEach(row -> lines.add(line(row.values())));
        String problems = table.problems().stream()
                .map(TableProblem::code)
                .filter(code -> !code.startsWith("unit-"))
                .sorted()
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            lines.add("! " + problems);
        }
        return String.join("\n", lines);
    }

    private static String line(RowValues values) {
        List<String> parts = new ArrayList<>(List.of(
                String.valueOf(values.number()),
                values.goal(),
                Objects.toString(values.leadUnit(), "-"),
                values.supportingUnits().isEmpty() ? "-" : String.join("、", values.supportingUnits())));
        Stream.of(values.section(), values.supervisionPhone(), values.leaderInCharge(), values.verdict())
                .filter(Objects::nonNull)
                .forEach(value -> parts.add(value.toString()));
        values.quarters()
                .forEach(quarter -> parts.add("Q" + quarter.quarter() + " " + quarter.milestone()
                        + (quarter.actionSteps().isEmpty() ? "" : " > " + String.join(" > ", quarter.actionSteps()))));
        if (!values.progress().isEmpty()) {
            parts.add("= " + String.join(" / ", values.progress()));
        }
        if (values.reportProblems() != null) {
            parts.add("? " + values.reportProblems());
        }
        if (values.nextSteps() != null) {
            parts.add("> " + values.nextSteps());
        }
        return String.join(" | ", parts);
    }
}
