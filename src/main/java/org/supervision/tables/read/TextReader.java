package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;

/** Reads plain text: lines with tabulators are rows, a blank line ends a table, every other line is a paragraph. */
final class TextReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.text().filter(text -> !text.stripLeading().startsWith("<")).isPresent();
    }

    @Override
    public SourceDocument read(UploadedFile file) {
        List<SourceDocument.Block> blocks = new ArrayList<>();
        List<SourceRow> rows = new ArrayList<>();
        String[] lines = file.text().orElseThrow().split("\\r\\n|\\r|\\n|\\f", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("\t")) {
                rows.add(row(lines[i], i + 1));
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(table(rows));
                rows.clear();
            }
            String paragraph = Texts.clean(lines[i]).replaceFirst("^#+ +", "");
            blocks.add(new SourceDocument.Paragraph(paragraph, SourcePosition.line(i + 1)));
        }
        if (!rows.isEmpty()) {
            blocks.add(table(rows));
        }
        return new SourceDocument(blocks);
    }

    private static SourceRow row(String line, int number) {
        List<SourceCell> cells = new ArrayList<>();
        for (String text : line.split("\t", -1)) {
            cells.add(new SourceCell(List.of(text), SourcePosition.line(number).inColumn(cells.size() + 1), false));
        }
        return new SourceRow(cells);
    }

    /** Lines may leave out trailing tabulators. */
    private static SourceDocument.Table table(List<SourceRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new SourceDocument.Table(rows.stream()
                .map(row -> {
                    List<SourceCell> cells = new ArrayList<>(row.cells());
                    while (cells.size() < width) {
                        cells.add(SourceCell.blank(row.position().inColumn(cells.size() + 1)));
                    }
                    return new SourceRow(List.copyOf(cells));
                })
                .toList());
    }
}
