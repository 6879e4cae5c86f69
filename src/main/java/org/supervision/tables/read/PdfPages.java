package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supervision.tables.read.PdfPage.Cell;
import org.supervision.tables.read.PdfPage.Grid;
import org.supervision.tables.read.PdfPage.Lines;
import org.supervision.tables.read.PdfText.PlacedLine;
import org.supervision.tables.read.WrappedLines.Line;

/** The pages of a printed document one behind the other. */
final class PdfPages {

    private static final Pattern PAGE_MARK = Words.pattern("page mark");

    private static final int MOST_HEADER_ROWS = 3;

    private final List<SourceDocument.Block> blocks = new ArrayList<>();
    private final CellBudget budget = new CellBudget();
    private int paragraphs;

    private PdfPages() {}

    static SourceDocument join(List<PdfPage> pages) {
        PdfPages joined = new PdfPages();
        for (int number = 1; number <= pages.size(); number++) {
            for (PdfPage.Part part : pages.get(number - 1).parts()) {
                if (part instanceof Lines lines) {
                    joined.add(lines);
                } else if (part instanceof Grid grid) {
                    joined.add(grid, number);
                }
            }
        }
        return new SourceDocument(joined.blocks);
    }

    private void add(Lines lines) {
        for (PlacedLine line : lines.lines()) {
            if (!PAGE_MARK.matcher(Texts.key(line.text())).matches()) {
                blocks.add(new SourceDocument.Paragraph(line.text(), SourcePosition.paragraph(++paragraphs)));
            }
        }
    }

    private void add(Grid grid, int page) {
        TableBuilder builder =
                new TableBuilder((row, column) -> SourcePosition.page(page, row + 1, column + 1), budget);
        for (Cell cell : grid.cells()) {
            List<Line> lines = cell.lines();
            builder.place(
                    cell.row(),
                    cell.column(),
                    cell.rowSpan(),
                    cell.columnSpan(),
                    cell.narrow() ? lines.stream().map(Line::text).toList() : WrappedLines.join(lines),
                    lines.isEmpty() ? 0 : lines.get(lines.size() - 1).room());
            if (page > 1 && cell.column() == 0 && lines.isEmpty() && cell.row() <= MOST_HEADER_ROWS) {
                builder.markRest(cell.row());
            }
        }
        blocks.add(builder.build());
    }
}
