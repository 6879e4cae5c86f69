package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that the cells of a workbook share; each is kept as it will stand in a cell. */
final class SheetTexts {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<List<String>> texts = new ArrayList<>();

    /** @param elements of the part with the shared texts */
    void read(PartElements elements) throws IOException {
        while (elements.next()) {
            if (elements.begins("si")) {
                texts.add(paragraphs(written(elements)));
            }
        }
    }

    List<String> at(int index) {
        return texts.get(index);
    }

    /** The text of the element that begins here, with all its runs, without hints of how it is spoken. */
    static String written(PartElements elements) throws IOException {
        String element = elements.name();
        StringBuilder text = new StringBuilder();
        while (elements.next() && !elements.ends(element)) {
            if (elements.begins("rPh")) {
                elements.skip();
            } else if (elements.begins("t")) {
                elements.appendTextTo(text);
            }
        }
        return text.toString();
    }

    /** The paragraphs of a cell's text as it is kept in a workbook. */
    static List<String> paragraphs(String kept) {
        String text = kept.contains("_x") ? ESCAPED.matcher(kept).replaceAll(SheetTexts::character) : kept;
        return Texts.paragraphs(List.of(text));
    }

    private static String character(MatchResult escaped) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
    }
}
