package org.supervision.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.supervision.tables.write.Grid.Cell;

/** Writes a ledger as a web page that needs nothing but itself and prints on A4 landscape; markup in texts is text. */
final class HtmlWriter implements LedgerWriter {

    private static final String STYLE =
            """
            @page{size:A4 landscape;margin:12mm}
            body{font-family:SimSun,"Noto Serif CJK SC",serif;font-size:10pt}
            h1{text-align:center;font-size:18pt}
            table{border-collapse:collapse;width:100%;table-layout:fixed}
            th,td{border:1px solid #000;padding:3pt;vertical-align:middle;overflow-wrap:anywhere}
            td p{margin:0 0 2pt}
            .centred{text-align:center}
            thead{display:table-header-group}
            """;

    @Override
    public void write(Ledger ledger, OutputStream file) throws IOException {
        Grid grid = LedgerLayouts.draw(ledger);
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", "zh-CN");
        page.head().appendElement("meta").attr("charset", "UTF-8");
        page.head().appendElement("title").text(grid.title());
        page.head().appendElement("style").append(STYLE);
        page.body().appendElement("h1").text(grid.title());
        grid.notes().forEach(note -> page.body().appendElement("p").text(note));
        fill(page.body().appendElement("table"), grid);
        file.write(page.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Element table, Grid grid) {
        int width = grid.widths().stream().mapToInt(Integer::intValue).sum();
        Element columns = table.appendElement("colgroup");
        grid.widths().forEach(column -> columns.appendElement("col")
                .attr("style", "width:" + 1000L * column / width / 10.0 + "%"));
        rows(table.appendElement("thead"), "th", grid.header());
        Element body = table.appendElement("tbody");
        grid.body().forEach(rows -> rows(body, "td", rows));
    }

    private static void rows(Element part, String tag, List<List<Cell>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            Element line = part.appendElement("tr");
            for (int column = 0; column < rows.get(row).size(); column++) {
                Cell cell = rows.get(row).get(column);
                if (cell.isOwn()) {
                    cell(
                            line.appendElement(tag),
                            cell,
                            Grid.rowSpan(rows, row, column),
                            Grid.columnSpan(rows.get(row), column));
                }
            }
        }
    }

    private static void cell(Element place, Cell cell, int rowSpan, int columnSpan) {
        if (rowSpan > 1) {
            place.attr("rowspan", String.valueOf(rowSpan));
        }
        if (columnSpan > 1) {
            place.attr("colspan", String.valueOf(columnSpan));
        }
        if (cell.centred()) {
            place.addClass("centred");
        }
        cell.paragraphs().forEach(paragraph -> place.appendElement("p").text(paragraph));
    }
}
