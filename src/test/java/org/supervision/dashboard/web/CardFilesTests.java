package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.shared.DomainException;

/** A card as a file holds numbers, and texts that no spreadsheet takes for formulas. */
class CardFilesTests {

    private static final Card CARD = new Card(
            "units",
            "各单位",
            null,
            "按牵头单位统计。",
            null,
            List.of(Column.text("单位"), Column.number("任务"), Column.number("按时率")),
            List.of(Row.of(
                    Card.Cell.link("=1+1", "/units"),
                    Card.Cell.count(1_234, "/tasks"),
                    new Card.Cell("66.7%", 2 / 3.0, "2/3", null, null))));

    private final CardFiles files = new CardFiles();

    @Test
    void aTextThatLooksLikeAFormulaStaysAText() throws Exception {
        assertThat(new String(content("csv"), StandardCharsets.UTF_8).lines())
                .containsExactly("\uFEFF各单位,2026年第三季度", "单位,任务,按时率", "'=1+1,1234,0.6667", "按牵头单位统计。");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content("xlsx")))) {
            Cell name = workbook.getSheetAt(0).getRow(3).getCell(0);
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo("=1+1");
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
            Cell count = workbook.getSheetAt(0).getRow(3).getCell(1);
            assertThat(count.getNumericCellValue()).isEqualTo(1_234);
            assertThat(workbook.getSheetAt(0)
                            .getRow(3)
                            .getCell(2)
                            .getCellStyle()
                            .getDataFormatString())
                    .isEqualTo("0.0%");
        }
    }

    @Test
    void whatThePageShowsIsEscaped() {
        Card.Cell cell = new Card.Cell("<b>市一局</b>", 1.0, "\"1/1\"", "/x?a=1&b=\"", "heat-1");
        Card card = new Card(
                "units",
                "",
                null,
                "",
                null,
                List.of(Column.text("<"), Column.number("\"")),
                List.of(Row.of(cell, cell)));
        assertThat(card.body()).doesNotContain("<b>", "b=\"\"").contains("&lt;b&gt;市一局", "data-label=\"&quot;\"");
    }

    @Test
    void onlyCardsAndFormatsThatThereAreAreFiles() {
        assertThatThrownBy(() -> content("docx")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> files.of(List.of(CARD), "other", "csv", "")).isInstanceOf(DomainException.class);
    }

    private byte[] content(String format) {
        return files.of(List.of(CARD), "units", format, "2026年第三季度").getBody();
    }
}
