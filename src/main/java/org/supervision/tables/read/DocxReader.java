package org.supervision.tables.read;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads text documents: paragraphs and tables of the body. */
final class DocxReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isOffice("wordprocessingml.document.main+xml");
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        List<SourceDocument.Block> blocks = new ArrayList<>();
        int tables = 0;
        int paragraphs = 0;
        try (XWPFDocument document = new XWPFDocument(file.stream())) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    blocks.add(table(table, ++tables));
                } else if (element instanceof XWPFParagraph paragraph) {
                    blocks.add(new SourceDocument.Paragraph(
                            Texts.clean(paragraph.getText()), SourcePosition.paragraph(++paragraphs)));
                }
            }
        }
        return new SourceDocument(blocks);
    }

    private static SourceDocument.Table table(XWPFTable table, int ordinal) {
        TableBuilder builder = new TableBuilder((row, column) -> SourcePosition.table(ordinal, row + 1, column + 1));
        List<XWPFTableRow> rows = table.getRows();
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (XWPFTableCell cell : rows.get(row).getTableCells()) {
                CTTcPr properties = cell.getCTTc().getTcPr();
                int span = columnSpan(properties);
                if (continuesAbove(properties)) {
                    for (int covered = column; covered < column + span; covered++) {
                        builder.repeatAbove(row, covered);
                    }
                } else {
                    builder.place(row, column, 1, span, paragraphs(cell));
                }
                column += span;
            }
        }
        return builder.build();
    }

    private static int columnSpan(CTTcPr properties) {
        if (properties == null || properties.getGridSpan() == null) {
            return 1;
        }
        BigInteger span = properties.getGridSpan().getVal();
        return span.max(BigInteger.ONE)
                .min(BigInteger.valueOf(TableBuilder.MOST_COLUMNS))
                .intValue();
    }

    private static boolean continuesAbove(CTTcPr properties) {
        return properties != null
                && properties.getVMerge() != null
                && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    private static List<String> paragraphs(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .flatMap(text -> Arrays.stream(text.split("\\n")))
                .toList();
    }
}
