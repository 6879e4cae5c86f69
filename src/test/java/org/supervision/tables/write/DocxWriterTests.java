package org.supervision.tables.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.write.Ledger.LedgerRow;

/** Ledgers as text documents: where their pages end. */
class DocxWriterTests {

    private static final int HEAD_ROWS = 2;

    @Test
    void theRowsOfAShortKeyTaskStayOnOnePage() throws IOException {
        List<XWPFTableRow> rows = rows(List.of("水库大坝已经封顶。"));

        assertThat(rows).hasSize(2).allMatch(XWPFTableRow::isCantSplitRow);
        assertThat(rows.get(0).getTableCells()).allMatch(DocxWriterTests::isKeptWithNext);
        assertThat(rows.get(1).getTableCells()).noneMatch(DocxWriterTests::isKeptWithNext);
        assertThat(rows.get(0).getCell(0).getVerticalAlignment()).isEqualTo(XWPFVertAlign.CENTER);
    }

    /** Some programs cut what is centred in merged cells where a page ends. */
    @Test
    void aLongTextStandsAtTheTopAndMayGoOnOnTheNextPage() throws IOException {
        List<XWPFTableRow> rows = rows(List.of("水库大坝已经封顶。".repeat(45), "移民安置全部完成。".repeat(45)));

        assertThat(rows.get(1).isCantSplitRow()).isFalse();
        assertThat(rows.stream().flatMap(row -> row.getTableCells().stream()))
                .allMatch(cell -> cell.getVerticalAlignment() == XWPFVertAlign.TOP);
    }

    private static boolean isKeptWithNext(XWPFTableCell cell) {
        CTP paragraph = cell.getParagraphs().get(0).getCTP();
        return paragraph.isSetPPr() && paragraph.getPPr().isSetKeepNext();
    }

    private static List<XWPFTableRow> rows(List<String> progress) throws IOException {
        RowValues values = new RowValues(
                1,
                "修建水库",
                "市水利局",
                List.of("市财政局"),
                null,
                null,
                List.of(new PlannedQuarter(2, "大坝封顶", List.of("1. 浇筑。", "2. 验收。"))),
                Verdict.DONE,
                progress);
        Ledger ledger = new Ledger(
                Layout.QUARTER_RESULT, 2031, 2, "2031年二季度重点工作任务完成情况", "", List.of(new LedgerRow(values, List.of())));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(LedgerFormat.DOCX.write(ledger)))) {
            List<XWPFTableRow> rows = document.getTables().get(0).getRows();
            return rows.subList(HEAD_ROWS, rows.size());
        }
    }
}
