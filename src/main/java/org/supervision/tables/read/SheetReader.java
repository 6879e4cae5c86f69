package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet as they come by; only what is written in cells is kept. */
final class SheetReader {

    private final PartElements elements;
    private final SheetTexts texts;
    private final SheetFormats formats;
    private final TableBuilder builder;
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private int row = -1;
    private int column = -1;
    private int lastRow = -1;

    private SheetReader(String name, PartElements elements, SheetTexts texts, SheetFormats formats, CellBudget budget) {
        this.elements = elements;
        this.texts = texts;
        this.formats = formats;
        builder = new TableBuilder((row, column) -> SourcePosition.cell(name, row + 1, column + 1), budget);
    }

    /** @param name of the sheet, for people */
    static SourceDocument.Table read(
            String name, PartElements elements, SheetTexts texts, SheetFormats formats, CellBudget budget)
            throws IOException {
        SheetReader reader = new SheetReader(name, elements, texts, formats, budget);
        reader.read();
        return reader.builder.build();
    }

    private void read() throws IOException {
        while (elements.next()) {
            if (elements.begins("row")) {
                beginRow();
            } else if (elements.begins("c")) {
                readCell();
            } else if (elements.begins("mergeCell")) {
                merged.add(CellRangeAddress.valueOf(elements.attribute("ref")));
            }
        }
        merged.forEach(range -> builder.spread(
                range.getFirstRow(),
                range.getFirstColumn(),
                Math.min(range.getLastRow(), lastRow),
                range.getLastColumn()));
    }

    private void beginRow() {
        String number = elements.attribute("r");
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        lastRow = Math.max(lastRow, row);
        column = -1;
        if (elements.says("hidden")) {
            builder.hide(row);
        }
    }

    private void readCell() throws IOException {
        String reference = elements.attribute("r");
        column = reference == null ? column + 1 : column(reference);
        String type = elements.attribute("t");
        String style = elements.attribute("s");
        List<String> paragraphs = List.of();
        StringBuilder value = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        while (elements.next() && !elements.ends("c")) {
            if (elements.begins("is")) {
                paragraphs = SheetTexts.paragraphs(SheetTexts.written(elements));
            } else if (elements.begins("v")) {
                elements.appendTextTo(value);
            } else if (elements.begins("f")) {
                formula.append('=');
                elements.appendTextTo(formula);
            }
        }
        if ("e".equals(type)) {
            builder.fault(row, column, ProblemCode.CELL_FAULTY, value.toString());
        } else if (!formula.isEmpty() && value.isEmpty() && !"str".equals(type)) {
            // some programs write an empty value for one that was never calculated; an empty text says that it is one
            builder.fault(row, column, ProblemCode.CELL_FAULTY, formula.toString());
        } else if (!value.isEmpty()) {
            paragraphs = shown(value.toString(), type, style);
        }
        if (!paragraphs.isEmpty()) {
            builder.place(row, column, 1, 1, paragraphs);
        }
    }

    /** What a person sees in the cell: numbers in their format, formulas by their stored result. */
    private List<String> shown(String value, @Nullable String type, @Nullable String style) {
        return switch (type == null ? "n" : type) {
            case "s" -> texts.at(Integer.parseInt(value));
            case "n" ->
                formats.show(value, style)
                        .map(shown -> Texts.paragraphs(List.of(shown)))
                        .orElseGet(() -> {
                            builder.fault(
                                    row,
                                    column,
                                    ProblemCode.CELL_FORMAT_UNREAD,
                                    formats.plain(value),
                                    formats.code(style));
                            return List.of();
                        });
            case "b" -> List.of(value.equals("1") ? "TRUE" : "FALSE");
            default -> SheetTexts.paragraphs(value);
        };
    }

    /** The column of a cell's address from 0; the row is that of the row. */
    private static int column(String reference) throws IOException {
        int column = 0;
        int at = 0;
        for (; at < reference.length() && Character.isLetter(reference.charAt(at)); at++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
        }
        if (column < 1 || at > 3) {
            throw new IOException(reference);
        }
        return column - 1;
    }
}
