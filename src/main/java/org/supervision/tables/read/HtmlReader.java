package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Reads web pages: every table without a table inside, and the texts around them. */
final class HtmlReader implements DocumentReader {

    private static final int MOST_TAGS = 700_000;
    private static final int DEEPEST = 300;
    /** Elements that are nested and always closed. */
    private static final Pattern NESTED = Pattern.compile("<(/?)(?:table|div|span|section|b|i|font|ul)\\b");

    private static final Set<String> NO_TEXT = Set.of("script", "style", "noscript", "template", "head");

    @Override
    public boolean reads(UploadedFile file) {
        return file.isHtml();
    }

    @Override
    public SourceDocument read(UploadedFile file) {
        String html = file.text().orElseThrow();
        String lower = html.toLowerCase(Locale.ROOT);
        if (lower.contains("<!entity")) {
            throw new DocumentRefusedException(Reason.EXTERNAL_ENTITY);
        }
        if (lower.contains("<html") && !lower.contains("</html>")
                || lower.contains("<table") && !lower.contains("</table>")) {
            throw new DocumentRefusedException(Reason.TRUNCATED);
        }
        if (html.chars().filter(character -> character == '<').count() > MOST_TAGS || isNestedTooDeep(lower)) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        Document document = Jsoup.parse(html);
        Blocks blocks = new Blocks();
        NodeTraversor.traverse(blocks, document.body());
        blocks.flush();
        return new SourceDocument(blocks.found);
    }

    private static boolean isNestedTooDeep(String html) {
        Matcher element = NESTED.matcher(html);
        int depth = 0;
        int deepest = 0;
        while (element.find()) {
            depth = Math.max(0, depth + (element.group(1).isEmpty() ? 1 : -1));
            deepest = Math.max(deepest, depth);
        }
        return deepest > DEEPEST;
    }

    /** Collects the blocks of a page in their order. */
    private static final class Blocks implements NodeVisitor {

        private final List<SourceDocument.Block> found = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final CellBudget budget = new CellBudget();
        private int tables;
        private int paragraphs;
        private int inside;

        @Override
        public void head(Node node, int depth) {
            if (opaque(node) && inside++ == 0 && isTable(node)) {
                flush();
                found.add(table((Element) node, ++tables, budget));
            } else if (inside == 0 && node instanceof TextNode piece) {
                text.append(piece.text());
            } else if (inside == 0 && breaks(node)) {
                flush();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (opaque(node)) {
                inside--;
            } else if (inside == 0 && breaks(node)) {
                flush();
            }
        }

        private void flush() {
            if (!text.toString().isBlank()) {
                found.add(new SourceDocument.Paragraph(
                        Texts.clean(text.toString()), SourcePosition.paragraph(++paragraphs)));
            }
            text.setLength(0);
        }

        private static boolean opaque(Node node) {
            return isTable(node) || NO_TEXT.contains(node.nodeName());
        }

        /** A table around other tables only places them on the page. */
        private static boolean isTable(Node node) {
            return node instanceof Element element
                    && element.nameIs("table")
                    && element.selectFirst("table table") == null;
        }
    }

    private static boolean breaks(Node node) {
        return node instanceof Element element && (element.isBlock() || element.nameIs("br"));
    }

    private static SourceDocument.Table table(Element table, int ordinal, CellBudget budget) {
        List<Element> rows = table.select("tr");
        TableBuilder builder =
                new TableBuilder((row, column) -> SourcePosition.table(ordinal, row + 1, column + 1), budget);
        for (int row = 0; row < rows.size(); row++) {
            for (Element cell : rows.get(row).children()) {
                if (cell.nameIs("td") || cell.nameIs("th")) {
                    int rowSpan = Math.min(span(cell, "rowspan"), rows.size() - row);
                    int columnSpan = Math.min(span(cell, "colspan"), TableBuilder.MOST_COLUMNS);
                    builder.place(row, builder.nextColumn(row), rowSpan, columnSpan, paragraphs(cell));
                }
            }
            if (rows.get(row).attr("style").replace(" ", "").contains("display:none")) {
                builder.hide(row);
            }
        }
        return builder.build();
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    private static List<String> paragraphs(Element cell) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode piece) {
                            text.append(piece.text());
                        } else if (breaks(node)) {
                            flush();
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (breaks(node)) {
                            flush();
                        }
                    }

                    private void flush() {
                        paragraphs.add(text.toString());
                        text.setLength(0);
                    }
                },
                cell);
        paragraphs.add(text.toString());
        return paragraphs;
    }
}
