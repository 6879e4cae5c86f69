package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.identity.UnitNameSplitter;

/** Lines that were broken where a column ended, put together to paragraphs. */
final class WrappedLines {

    private static final Pattern NUMBERING = Pattern.compile("[(\\uFF08]?(\\d{1,2})[.\\uFF0E\\u3001)\\uFF09].*");
    /** A line is full from this share of the widest on; what would have come next was too wide. */
    private static final double FULL = 0.85;

    private WrappedLines() {}

    /** A paragraph ends with a line that is not full, or before the next number of a list. */
    static List<String> join(List<String> lines) {
        int widest = lines.stream().mapToInt(WrappedLines::width).max().orElse(0);
        List<String> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int next = 1;
        boolean full = true;
        for (String line : lines) {
            Matcher numbering = NUMBERING.matcher(line);
            boolean numbered = numbering.matches() && Integer.parseInt(numbering.group(1)) == next;
            if (!open.isEmpty() && (numbered || !full)) {
                paragraphs.add(Texts.join(open));
                open.clear();
            }
            next += numbered ? 1 : 0;
            full = width(line) >= FULL * widest;
            if (!line.isEmpty()) {
                open.add(line);
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(Texts.join(open));
        }
        return paragraphs;
    }

    /** A name ends with a line that is not full, or with one that makes it whole. */
    static List<String> names(List<String> lines, UnitNameSplitter splitter) {
        int widest = lines.stream().mapToInt(WrappedLines::width).max().orElse(0);
        List<String> names = new ArrayList<>();
        String open = "";
        for (String line : lines) {
            open += line;
            if (width(line) < FULL * widest || splitter.readsAsUnits(open)) {
                names.add(open);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            names.add(open);
        }
        return names;
    }

    private static int width(String line) {
        return line.chars().map(character -> character < 128 ? 1 : 2).sum();
    }
}
