package org.supervision.tables.read;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document of any format as the layouts see it: paragraphs and tables in their order.
 *
 * @param hiddenSheets names of the sheets that were passed over
 * @param heads how the heads of its columns are understood
 * @param headers the rows of its tables that have such heads
 */
record SourceDocument(List<Block> blocks, List<String> hiddenSheets, HeaderNames heads, HeaderRows headers) {

    private static final int MOST_ABOVE = 5;

    SourceDocument(List<Block> blocks) {
        this(blocks, List.of());
    }

    SourceDocument(List<Block> blocks, List<String> hiddenSheets) {
        this(blocks, hiddenSheets, HeaderNames.KNOWN);
    }

    private SourceDocument(List<Block> blocks, List<String> hiddenSheets, HeaderNames heads) {
        this(blocks, hiddenSheets, heads, new HeaderRows(heads));
    }

    SourceDocument with(HeaderNames names) {
        return new SourceDocument(blocks, hiddenSheets, names);
    }

    /** A part of a document. */
    sealed interface Block permits Paragraph, Table {}

    /** A text outside of tables. */
    record Paragraph(String text, SourcePosition position) implements Block {}

    /**
     * A table without its blank rows.
     *
     * @param faults cells without a value that should have one; they are blank in their rows
     */
    record Table(List<SourceRow> rows, List<CellFault> faults) implements Block {

        Table(List<SourceRow> rows) {
            this(rows, List.of());
        }

        Table {
            faults = List.copyOf(faults);
            rows = rows.stream().filter(row -> !row.isBlank()).toList();
        }
    }

    SourceDocument {
        hiddenSheets = List.copyOf(hiddenSheets);
        blocks = blocks.stream()
                .filter(block -> block instanceof Table table
                        ? !table.rows().isEmpty()
                        : !((Paragraph) block).text().isBlank())
                .toList();
    }

    /** Cells of its tables without a value that should have one, by their positions. */
    Map<SourcePosition, CellFault> faults() {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).faults().stream())
                .collect(Collectors.toMap(CellFault::position, Function.identity(), (one, same) -> one));
    }

    /** What stands alone in its row or paragraph near the beginning: the title is among it. */
    List<String> firstTexts() {
        return blocks.stream()
                .limit(MOST_ABOVE)
                .flatMap(block -> block instanceof Paragraph paragraph
                        ? Stream.of(paragraph.text())
                        : ((Table) block)
                                .rows().stream()
                                        .limit(MOST_ABOVE)
                                        .map(SourceRow::written)
                                        .filter(written -> written.size() == 1)
                                        .map(written -> written.get(0).joined()))
                .toList();
    }

    List<Paragraph> paragraphs() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
    }
}
