package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supervision.Counts;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.ResultRow;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.TableReader;
import org.supervision.tables.read.Texts;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.Ledger.LedgerRow;
import org.supervision.tables.write.LedgerFormat;

/** What goes out comes in again without a difference, whatever its texts hold. */
class LedgerRoundTripTests {

    private static final String CITY = "roundtrip";

    static Stream<Arguments> layoutsAndFormats() {
        return Stream.of(Layout.values()).filter(Layout::isWritten).flatMap(layout -> Stream.of(LedgerFormat.values())
                .map(format -> Arguments.of(layout, format)));
    }

    @ParameterizedTest
    @MethodSource("layoutsAndFormats")
    void everyFieldIsReadAsItWasAndThePreviewSaysUnchanged(Layout layout, LedgerFormat format) {
        GeneratedLedgers ledgers = new GeneratedLedgers(layout.ordinal() * 31L + 7);
        int count = Counts.of(10, 1000);
        for (int i = 0; i < count; i++) {
            Ledger ledger = ledgers.next(layout);

            ReadTable read = read(format.write(ledger));

            assertThat(read.layout()).isEqualTo(layout);
            assertThat(read.year()).isEqualTo(ledger.year());
            assertThat(read.quarter()).isEqualTo(ledger.quarter());
            assertThat(read.title()).isEqualTo(ledger.title());
            assertThat(read.newUnits()).isEmpty();
            assertThat(read.rows().stream().map(row -> plain(row.values())).toList())
                    .as("ledger %d", i)
                    .isEqualTo(ledger.rows().stream()
                            .map(row -> plain(row.values()))
                            .toList());
            assertThat(preview(ledger, read).rows())
                    .as("ledger %d", i)
                    .extracting(ImportRow::changes, ImportRow::action)
                    .containsOnly(tuple(Map.of(), RowAction.UNCHANGED));
        }
    }

    private static ReadTable read(byte[] file) {
        try {
            return new TableReader(GeneratedLedgers.directory(CITY)).read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values in the form in which texts are compared; where steps without numbers end is not compared. */
    private static RowValues plain(RowValues values) {
        return new RowValues(
                values.number(),
                Texts.key(values.goal()),
                Texts.key(values.leadUnit()),
                keys(values.supportingUnits()),
                key(values.section()),
                key(values.supervisionPhone()),
                values.quarters().stream()
                        .map(quarter -> new PlannedQuarter(
                                quarter.quarter(),
                                Texts.key(quarter.milestone()),
                                keys(List.of(String.join("", quarter.actionSteps())))))
                        .filter(quarter -> !quarter.milestone().isEmpty()
                                || !quarter.actionSteps().isEmpty())
                        .toList(),
                values.verdict(),
                keys(values.progress().stream().flatMap(String::lines).toList()));
    }

    private static String key(String text) {
        String key = text == null ? "" : Texts.key(text);
        return key.isEmpty() ? null : key;
    }

    private static List<String> keys(List<String> texts) {
        return texts.stream().map(Texts::key).filter(key -> !key.isEmpty()).toList();
    }

    /** Held against a government that has stored what was written. */
    private static ImportPreview preview(Ledger ledger, ReadTable read) {
        UnitNames names =
                new UnitNames(GeneratedLedgers.units(CITY), GeneratedLedgers.directory(CITY), UnitAnswers.NONE);
        Map<Integer, KeyTask> keyTasks = ledger.rows().stream()
                .map(row -> keyTask(row, names))
                .collect(Collectors.toMap(KeyTask::number, Function.identity()));
        Map<Integer, ResultRow> results = ledger.rows().stream()
                .map(LedgerRoundTripTests::result)
                .collect(Collectors.toMap(ResultRow::number, Function.identity()));
        return ReadImports.preview(CITY, read, names, keyTasks, results);
    }

    private static KeyTask keyTask(LedgerRow row, UnitNames names) {
        RowValues values = row.values();
        return new KeyTask(
                KeyTask.id(CITY, GeneratedLedgers.YEAR, values.number()),
                CITY,
                GeneratedLedgers.YEAR,
                values.number(),
                values.goal(),
                names.leadUnit(values.leadUnit()),
                values.supportingUnits().stream()
                        .map(text -> new SupportingUnit(text, names.unitsOf(text)))
                        .toList(),
                values.section(),
                values.supervisionPhone(),
                KeyTaskSource.WORK_REPORT,
                values.quarters().stream()
                        .map(quarter -> new Milestone(quarter.quarter(), quarter.milestone(), quarter.actionSteps()))
                        .toList());
    }

    private static ResultRow result(LedgerRow row) {
        RowValues values = row.values();
        boolean approved = values.outcome() == CycleOutcome.APPROVED;
        return new ResultRow(
                values.number(),
                values.goal(),
                values.leadUnit(),
                values.supportingUnits(),
                approved ? values.progress().stream().flatMap(String::lines).toList() : List.of(),
                values.outcome(),
                values.verdict(),
                null,
                List.of());
    }
}
