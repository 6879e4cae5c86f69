package org.supervision.tables.read;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Counts what pages would draw before it is drawn: a few bytes, called again and again, can draw without end. */
final class PdfBudget extends PDFStreamEngine {

    private static final Set<String> LINES = Set.of(
            OperatorName.LINE_TO,
            OperatorName.APPEND_RECT,
            OperatorName.CURVE_TO,
            OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
            OperatorName.CURVE_TO_REPLICATE_FINAL_POINT);
    private static final int MOST_OPERATORS = 2_000_000;
    private static final int MOST_LINES_OF_A_PAGE = 10_000;
    private static final int MOST_BYTES_OF_A_PAGE = 100_000;
    private static final int MOST_BYTES = 4_000_000;

    private long operators;
    private long bytes;
    private long linesOfPage;
    private long bytesOfPage;

    PdfBudget() {
        addOperator(new DrawObject());
    }

    void spend(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            linesOfPage = 0;
            bytesOfPage = 0;
            processPage(page);
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        operators++;
        linesOfPage += LINES.contains(operator.getName()) ? 1 : 0;
        operands.forEach(this::count);
        if (operators > MOST_OPERATORS
                || bytes > MOST_BYTES
                || linesOfPage > MOST_LINES_OF_A_PAGE
                || bytesOfPage > MOST_BYTES_OF_A_PAGE) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        super.processOperator(operator, operands);
    }

    private void count(COSBase operand) {
        if (operand instanceof COSString text) {
            bytes += text.getBytes().length;
            bytesOfPage += text.getBytes().length;
        } else if (operand instanceof COSArray array) {
            array.forEach(this::count);
        }
    }
}
