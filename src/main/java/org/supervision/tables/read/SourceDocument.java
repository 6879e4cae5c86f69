package org.supervision.tables.read;

import java.util.List;

/**
 * A document of any format as the layouts see it: paragraphs and tables in their order.
 *
 * @param heads how the heads of its columns are understood
 */
record SourceDocument(List<Block> blocks, HeaderNames heads) {

    SourceDocument(List<Block> blocks) {
        this(blocks, HeaderNames.KNOWN);
    }

    SourceDocument with(HeaderNames names) {
        return new SourceDocument(blocks, names);
    }

    /** A part of a document. */
    sealed interface Block permits Paragraph, Table {}

    /** A text outside of tables. */
    record Paragraph(String text, SourcePosition position) implements Block {}

    /** A table without its blank rows. */
    record Table(List<SourceRow> rows) implements Block {

        Table {
            rows = rows.stream().filter(row -> !row.isBlank()).toList();
        }
    }

    SourceDocument {
        blocks = blocks.stream()
                .filter(block -> block instanceof Table table
                        ? !table.rows().isEmpty()
                        : !((Paragraph) block).text().isBlank())
                .toList();
    }

    List<Paragraph> paragraphs() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
    }
}
