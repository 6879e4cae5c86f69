package org.supervision.dashboard.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;

/**
 * The body of a card's table. A dashboard has a thousand cells: as expressions of a template they would take several times
 * as long as all its queries.
 */
final class CardMarkup {

    /** Begins the tone of a cell that shows a lamp. */
    static final String LAMP = "lamp-";

    private final StringBuilder html = new StringBuilder();

    private CardMarkup() {}

    static String body(Card card) {
        CardMarkup markup = new CardMarkup();
        card.rows().forEach(row -> markup.row(card, row));
        return markup.html.toString();
    }

    private void row(Card card, Row row) {
        html.append("<tr data-row>");
        List<Cell> cells = row.cells();
        open("th", Map.of("scope", "row", "class", card.id().equals("tasks") ? "cell-number" : "cell-unit"));
        content(cells.get(0));
        html.append("</th>");
        for (int i = 1; i < cells.size(); i++) {
            cell(card.columns().get(i), cells.get(i));
        }
        html.append("</tr>");
    }

    private void cell(Column column, Cell cell) {
        boolean lamp = cell.tone() != null && cell.tone().startsWith(LAMP);
        open(
                "td",
                Map.of(
                        "class",
                        (column.number() ? "number" : "cell-words")
                                + (cell.tone() == null || lamp ? "" : " " + cell.tone()),
                        "data-label",
                        column.text(),
                        "data-value",
                        cell.value() == null ? "" : String.valueOf(cell.value())));
        if (lamp) {
            open("span", Map.of("class", "lamp " + cell.tone()));
            html.append("<svg aria-hidden=\"true\" focusable=\"false\">");
            open("use", Map.of("href", "#" + cell.tone()));
            html.append("</use></svg>");
        }
        content(cell);
        if (cell.note() != null) {
            html.append("<small>").append(escaped(cell.note())).append("</small>");
        }
        html.append(lamp ? "</span></td>" : "</td>");
    }

    private void content(Cell cell) {
        if (cell.url() == null) {
            html.append("<span>").append(escaped(cell.text())).append("</span>");
        } else {
            open("a", Map.of("href", cell.url()));
            html.append(escaped(cell.text())).append("</a>");
        }
    }

    /** Empty attributes are left out. */
    private void open(String element, Map<String, String> attributes) {
        html.append('<').append(element);
        attributes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                html.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        });
        html.append('>');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
