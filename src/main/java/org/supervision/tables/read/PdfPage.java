package org.supervision.tables.read;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.PdfText.PlacedLine;
import org.supervision.tables.read.WrappedLines.Line;
import technology.tabula.Page;
import technology.tabula.Rectangle;
import technology.tabula.Table;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/** One printed page: its tables by their ruled cells, and the lines between them. */
record PdfPage(List<Part> parts) {

    private static final int MOST_CELLS = 5_000;
    /** Edges closer to each other, in points, are the same edge. */
    private static final double SAME_EDGE = 3;

    private static final double WIDEST_EDGE = 6;
    /** Characters in a line of a narrow column. */
    private static final int NARROW = 12;

    /** A part of a page, from above to below. */
    sealed interface Part permits Lines, Grid {}

    /** Lines outside of tables. */
    record Lines(List<PlacedLine> lines) implements Part {}

    /** A table; cells in the order of their rows. */
    record Grid(List<Cell> cells) implements Part {}

    /**
     * A cell with its place on the grid, counted from 0, and the lines in it.
     *
     * @param narrow wide enough for names, numbers and labels only, not for sentences
     */
    record Cell(int row, int column, int rowSpan, int columnSpan, boolean narrow, List<Line> lines) {}

    /** @param ruled the same page with its ruled lines */
    static PdfPage of(PdfText text, Page ruled) {
        List<Part> parts = new ArrayList<>();
        double top = 0;
        for (Table table : tables(ruled)) {
            parts.add(new Lines(text.take(strip(ruled, top, table.getTop()))));
            parts.add(grid(cells(table), text));
            top = table.getBottom();
        }
        parts.add(new Lines(text.take(strip(ruled, top, ruled.getHeight()))));
        return new PdfPage(parts);
    }

    private static List<Table> tables(Page page) {
        return new SpreadsheetExtractionAlgorithm()
                .extract(page).stream()
                        .filter(table -> !cells(table).isEmpty())
                        .sorted(Comparator.comparing(Table::getTop))
                        .toList();
    }

    private static Rectangle2D strip(Page page, double top, double bottom) {
        return new Rectangle2D.Double(0, top, page.getWidth(), bottom - top);
    }

    private static List<Rectangle> cells(Table table) {
        List<Rectangle> cells = new ArrayList<>();
        table.getRows()
                .forEach(row -> row.stream().filter(cell -> cell.getWidth() > 0).forEach(cells::add));
        if (cells.size() > MOST_CELLS) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        return cells;
    }

    private static Grid grid(List<Rectangle> cells, PdfText text) {
        NavigableSet<Double> rows = edges(cells, Rectangle::getTop);
        NavigableSet<Double> columns = edges(cells, Rectangle::getLeft);
        List<List<PlacedLine>> lines = cells.stream().map(text::take).toList();
        double edge = freeEdge(cells, lines);
        List<Cell> placed = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Rectangle cell = cells.get(i);
            int row = index(rows, cell.getTop());
            int column = index(columns, cell.getLeft());
            placed.add(new Cell(
                    row,
                    column,
                    Math.max(1, index(rows, cell.getBottom()) - row),
                    Math.max(1, index(columns, cell.getRight()) - column),
                    lines.get(i).stream().anyMatch(line -> cell.getWidth() < NARROW * line.size()),
                    lines(cell.getWidth() - 2 * edge, lines.get(i))));
        }
        placed.sort(Comparator.comparing(Cell::row).thenComparing(Cell::column));
        return new Grid(placed);
    }

    private static NavigableSet<Double> edges(List<Rectangle> cells, ToDoubleFunction<Rectangle> side) {
        NavigableSet<Double> edges = new TreeSet<>();
        for (Rectangle cell : cells) {
            double edge = side.applyAsDouble(cell);
            if (edges.subSet(edge - SAME_EDGE, true, edge + SAME_EDGE, true).isEmpty()) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /** How many edges lie before this one. */
    private static int index(NavigableSet<Double> edges, double edge) {
        return edges.headSet(edge - SAME_EDGE, false).size();
    }

    /** What lines that begin on the left leave free before them; in all cells alike, and as much behind them. */
    private static double freeEdge(List<Rectangle> cells, List<List<PlacedLine>> lines) {
        return IntStream.range(0, cells.size())
                .boxed()
                .flatMap(i -> lines.get(i).stream()
                        .map(line -> line.left() - cells.get(i).getLeft()))
                .mapToDouble(free -> Math.min(Math.max(free, 0), WIDEST_EDGE))
                .min()
                .orElse(0);
    }

    private static List<Line> lines(double width, List<PlacedLine> placed) {
        return placed.stream()
                .map(line -> new Line(line.text(), (int) Math.max(0, 2 * (width - line.width()) / line.size())))
                .toList();
    }
}
