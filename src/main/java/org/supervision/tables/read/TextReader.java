package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Reads plain text: lines with tabulators are rows, a blank line ends a table, every other line is a paragraph. */
final class TextReader implements DocumentReader {

    private static final int MOST_LINES = 300_000;
    private static final int MOST_LINES_OF_A_ROW = 50;
    /** A cell in quotation marks, those inside doubled, or one without. */
    private static final Pattern CELL = Pattern.compile("\\G\"((?:[^\"]|\"\")*+)\"(?=\\t|$)|\\G[^\\t]*");

    private static final Pattern OPEN_QUOTE = Pattern.compile("(?:^|\\t)\"(?:[^\"]|\"\")*+$(?!\\n)");

    @Override
    public boolean reads(UploadedFile file) {
        return file.text().filter(text -> !text.stripLeading().startsWith("<")).isPresent();
    }

    @Override
    public SourceDocument read(UploadedFile file) {
        List<SourceDocument.Block> blocks = new ArrayList<>();
        List<SourceRow> rows = new ArrayList<>();
        CellBudget budget = new CellBudget();
        if (file.text()
                        .orElseThrow()
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count()
                > MOST_LINES) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        String[] lines = file.text().orElseThrow().split("\\r\\n|\\r|\\n|\\f", -1);
        boolean quoted = true;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("\t")) {
                int last = quoted ? lastLineOfRow(lines, i) : i;
                quoted &= last >= i;
                last = Math.max(last, i);
                rows.add(row(String.join("\n", Arrays.asList(lines).subList(i, last + 1)), i + 1, budget));
                i = last;
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(table(rows, budget));
                rows.clear();
            }
            String paragraph = Texts.clean(lines[i]).replaceFirst("^#+ +", "");
            blocks.add(new SourceDocument.Paragraph(paragraph, SourcePosition.line(i + 1)));
        }
        if (!rows.isEmpty()) {
            blocks.add(table(rows, budget));
        }
        return new SourceDocument(blocks);
    }

    /** A row copied from a workbook goes on over lines while a cell in quotation marks is open; -1 if it stays open. */
    private static int lastLineOfRow(String[] lines, int first) {
        StringBuilder row = new StringBuilder(lines[first]);
        int last = first;
        while (OPEN_QUOTE.matcher(row).find()) {
            if (++last == lines.length || last - first > MOST_LINES_OF_A_ROW) {
                return -1;
            }
            row.append('\n').append(lines[last]);
        }
        return last;
    }

    private static SourceRow row(String row, int number, CellBudget budget) {
        List<SourceCell> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(row);
        for (int at = 0; at <= row.length() && matcher.find(at); at = matcher.end() + 1) {
            String text = matcher.group(1) == null
                    ? matcher.group()
                    : matcher.group(1).replace("\"\"", "\"");
            if (cells.size() == TableBuilder.MOST_COLUMNS) {
                throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
            }
            SourceCell cell = new SourceCell(
                    Arrays.asList(text.split("\n")), SourcePosition.line(number).inColumn(cells.size() + 1), false);
            budget.spend(cell);
            cells.add(cell);
        }
        return new SourceRow(cells);
    }

    /** Lines may leave out trailing tabulators. */
    private static SourceDocument.Table table(List<SourceRow> rows, CellBudget budget) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new SourceDocument.Table(rows.stream()
                .map(row -> {
                    budget.spendPositions(width);
                    List<SourceCell> cells = new ArrayList<>(row.cells());
                    while (cells.size() < width) {
                        cells.add(SourceCell.blank(row.position().inColumn(cells.size() + 1)));
                    }
                    return new SourceRow(List.copyOf(cells));
                })
                .toList());
    }
}
