package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Reads text documents in the old binary format, from Word 97 on: paragraphs and tables of the body. */
final class DocReader implements DocumentReader {

    /** Edges of cells closer to each other, in twentieths of a point, are the same edge. */
    private static final int SAME_EDGE = 60;

    @Override
    public boolean reads(UploadedFile file) {
        return file.isCompound(CompoundFile.WORD_DOCUMENT);
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        List<SourceDocument.Block> blocks = new ArrayList<>();
        CellBudget budget = new CellBudget();
        int tables = 0;
        int paragraphs = 0;
        try (HWPFDocument document = new HWPFDocument(file.stream())) {
            Range body = document.getRange();
            for (int i = 0; i < body.numParagraphs(); i++) {
                Paragraph paragraph = body.getParagraph(i);
                if (paragraph.isInTable()) {
                    Table table = body.getTable(paragraph);
                    blocks.add(table(table, ++tables, budget));
                    i += table.numParagraphs() - 1;
                } else {
                    blocks.add(new SourceDocument.Paragraph(
                            Texts.clean(text(paragraph)), SourcePosition.paragraph(++paragraphs)));
                }
            }
        }
        return new SourceDocument(blocks);
    }

    private static SourceDocument.Table table(Table table, int ordinal, CellBudget budget) {
        TableBuilder builder =
                new TableBuilder((row, column) -> SourcePosition.table(ordinal, row + 1, column + 1), budget);
        NavigableSet<Integer> edges = edges(table);
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            for (int i = 0; i < cells.numCells(); i++) {
                TableCell cell = cells.getCell(i);
                int column = column(edges, cell.getLeftEdge());
                int span = Math.max(1, column(edges, cell.getLeftEdge() + cell.getWidth()) - column);
                if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()) {
                    for (int covered = column; covered < column + span; covered++) {
                        builder.repeatAbove(row, covered);
                    }
                } else if (!cell.isMerged() || cell.isFirstMerged()) {
                    builder.place(row, column, 1, span, paragraphs(cell));
                }
            }
        }
        return builder.build();
    }

    /** Where cells of any row begin; rows say how wide their cells are, not which columns they cover. */
    private static NavigableSet<Integer> edges(Table table) {
        NavigableSet<Integer> edges = new TreeSet<>();
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            for (int i = 0; i < cells.numCells(); i++) {
                int edge = cells.getCell(i).getLeftEdge();
                if (edges.subSet(edge - SAME_EDGE, true, edge + SAME_EDGE, true).isEmpty()) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private static int column(NavigableSet<Integer> edges, int edge) {
        return edges.headSet(edge - SAME_EDGE, true).size();
    }

    private static List<String> paragraphs(TableCell cell) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            Stream.of(text(cell.getParagraph(i)).split("\\u000B")).forEach(paragraphs::add);
        }
        return paragraphs;
    }

    private static String text(Paragraph paragraph) {
        return Range.stripFields(paragraph.text());
    }
}
