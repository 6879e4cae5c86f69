package org.supervision.tables.read;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Counts what pages would draw before it is drawn: a few bytes, called again and again, can draw without end. */
final class PdfBudget extends PDFStreamEngine {

    private static final Set<String> LINES = Set.of(
            OperatorName.LINE_TO,
            OperatorName.APPEND_RECT,
            OperatorName.CURVE_TO,
            OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
            OperatorName.CURVE_TO_REPLICATE_FINAL_POINT);
    private static final Set<String> PATHS =
            Stream.concat(LINES.stream(), Stream.of(OperatorName.MOVE_TO)).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_OPERATORS = 2_000_000;
    private static final int MOST_LINES_OF_A_PAGE = 10_000;
    private static final int MOST_BYTES_OF_A_PAGE = 100_000;
    private static final int MOST_BYTES = 4_000_000;

    /** In points; no sheet of paper is a tenth as large. Beyond, lines are clipped without end. */
    private static final float FARTHEST = 100_000;

    private long operators;
    private long bytes;
    private long linesOfPage;
    private long bytesOfPage;

    PdfBudget() {
        addOperator(new DrawObject());
        addOperator(new Save());
        addOperator(new Restore());
        addOperator(new Concatenate());
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
                || bytesOfPage > MOST_BYTES_OF_A_PAGE
                || PATHS.contains(operator.getName()) && leavesThePage(operands)) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        super.processOperator(operator, operands);
    }

    /** The operands are pairs of coordinates, those of a rectangle its corner and its size. */
    private boolean leavesThePage(List<COSBase> operands) {
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            if (operands.get(i) instanceof COSNumber across && operands.get(i + 1) instanceof COSNumber up) {
                x = Math.max(x, Math.abs(across.floatValue()));
                y = Math.max(y, Math.abs(up.floatValue()));
            }
        }
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        double farthest = Math.max(
                Math.abs(matrix.getScaleX()) * x + Math.abs(matrix.getShearX()) * y + Math.abs(matrix.getTranslateX()),
                Math.abs(matrix.getShearY()) * x + Math.abs(matrix.getScaleY()) * y + Math.abs(matrix.getTranslateY()));
        return !(farthest <= FARTHEST);
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
