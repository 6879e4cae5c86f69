package org.supervision.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text becomes a formula, and none is lost. */
class CsvCellsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "'=1",
                "''\uFF1D1"
            })
    void whatASpreadsheetMayReadAsAFormulaIsShielded(String text) {
        assertThat(CsvCells.shielded(text)).isEqualTo("'" + text);
        assertThat(CsvCells.unshielded(CsvCells.shielded(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a=b", "a\tb", "'quoted'", "1\uFF0B1"})
    void everythingElseStaysAsItIs(String text) {
        assertThat(CsvCells.shielded(text)).isEqualTo(text);
        assertThat(CsvCells.unshielded(text)).isEqualTo(text);
    }
}
