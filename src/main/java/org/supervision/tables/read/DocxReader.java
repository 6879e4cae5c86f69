package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads text documents: paragraphs and tables of the body, streamed. */
final class DocxReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isOffice("wordprocessingml.document.main+xml");
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (OfficeParts parts = new OfficeParts(file);
                PartElements elements = parts.read(parts.main())) {
            return new SourceDocument(new Body(elements).blocks());
        }
    }

    /** One pass over the body. */
    private static final class Body {

        /** Properties, what was deleted or moved away, and what older programs are shown in place of something. */
        private static final Set<String> NO_TEXT =
                Set.of("pPr", "rPr", "sdtPr", "del", "moveFrom", "instrText", "Fallback");

        private final PartElements elements;
        private final CellBudget budget = new CellBudget();
        private final List<SourceDocument.Block> blocks = new ArrayList<>();
        private int tables;
        private int paragraphs;

        private Body(PartElements elements) {
            this.elements = elements;
        }

        private List<SourceDocument.Block> blocks() throws IOException {
            while (elements.next()) {
                if (elements.begins("p")) {
                    blocks.add(new SourceDocument.Paragraph(
                            Texts.clean(paragraph()), SourcePosition.paragraph(++paragraphs)));
                } else if (elements.begins("tbl")) {
                    blocks.add(table(++tables));
                }
            }
            return blocks;
        }

        private SourceDocument.Table table(int ordinal) throws IOException {
            TableBuilder builder =
                    new TableBuilder((row, column) -> SourcePosition.table(ordinal, row + 1, column + 1), budget);
            int row = -1;
            int column = 0;
            while (elements.next() && !elements.ends("tbl")) {
                if (elements.begins("tr")) {
                    row++;
                    column = 0;
                } else if (elements.begins("tc")) {
                    column += cell(builder, Math.max(0, row), column);
                }
            }
            return builder.build();
        }

        /** @return over how many columns the cell reaches */
        private int cell(TableBuilder builder, int row, int column) throws IOException {
            int span = 1;
            boolean continuesAbove = false;
            List<String> texts = new ArrayList<>();
            while (elements.next() && !elements.ends("tc")) {
                if (elements.begins("gridSpan")) {
                    span = span(elements.attribute("val"));
                } else if (elements.begins("vMerge")) {
                    continuesAbove = !"restart".equals(elements.attribute("val"));
                } else if (elements.begins("tbl")) {
                    elements.skip();
                } else if (elements.begins("p")) {
                    texts.add(paragraph());
                }
            }
            if (continuesAbove) {
                for (int covered = column; covered < column + span; covered++) {
                    builder.repeatAbove(row, covered);
                }
            } else {
                builder.place(row, column, 1, span, Texts.paragraphs(texts));
            }
            return span;
        }

        private static int span(@Nullable String written) {
            return written == null ? 1 : Math.max(1, Math.min(TableBuilder.MOST_COLUMNS, Integer.parseInt(written)));
        }

        /** What is written in the paragraph that begins here. */
        private String paragraph() throws IOException {
            StringBuilder text = new StringBuilder();
            int outside = elements.depth() - 1;
            while (elements.depth() > outside && elements.next()) {
                if (elements.isBeginning()) {
                    switch (elements.name()) {
                        case "t" -> elements.appendTextTo(text);
                        case "tab", "ptab" -> text.append('\t');
                        case "br", "cr" -> text.append('\n');
                        default -> {
                            if (NO_TEXT.contains(elements.name())) {
                                elements.skip();
                            }
                        }
                    }
                }
            }
            return text.toString();
        }
    }
}
