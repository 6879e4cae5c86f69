package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.identity.UnitNameSplitter;

/** Lines that were broken where a column ended, put together to paragraphs. Widths count a Latin character as one. */
final class WrappedLines {

    private static final Pattern NUMBERING = Pattern.compile("[(\\uFF08]?(\\d{1,2})[.\\uFF0E\\u3001)\\uFF09].*");
    /** What is not broken at the end of a line: a number or word, or a character with the marks that cleave to it. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.%-]+"
            + "|[(\\[\\uFF08\\u201C\\u2018\\u300A\\u3010]*."
            + "[,.;:!?)\\]%\\uFF0C\\u3002\\u3001\\uFF1B\\uFF1A\\uFF09\\u300B\\u3011\\u201D\\u2019\\uFF1F\\uFF01]*");
    /** Counted widths are only nearly right. */
    private static final int NEARLY = 2;

    private WrappedLines() {}

    /** A line with what it leaves free of its column. */
    record Line(String text, int room) {}

    /** Lines of which nothing is known but their characters: the widest is as wide as its column. */
    static List<Line> of(List<String> texts) {
        int widest = texts.stream().mapToInt(WrappedLines::width).max().orElse(0);
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> new Line(text, Math.max(0, widest - width(text) - NEARLY)))
                .toList();
    }

    /** A paragraph ends before a word for which there was room, or before the next number of a list. */
    static List<String> join(List<Line> lines) {
        List<String> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int next = 1;
        int room = 0;
        for (Line line : lines) {
            Matcher numbering = NUMBERING.matcher(line.text);
            boolean numbered = numbering.matches() && Integer.parseInt(numbering.group(1)) == next;
            if (!open.isEmpty() && (numbered || !goesOn(room, line.text))) {
                paragraphs.add(Texts.join(open));
                open.clear();
            }
            next += numbered ? 1 : 0;
            room = line.room;
            open.add(line.text);
        }
        if (!open.isEmpty()) {
            paragraphs.add(Texts.join(open));
        }
        return paragraphs;
    }

    /** Whether a line behind which so much is free may go on with this text. */
    static boolean goesOn(int room, String text) {
        Matcher word = WORD.matcher(text);
        return word.lookingAt() && width(word.group()) > room;
    }

    /** A name ends with a line that has room for more, or with one that makes it whole. */
    static List<String> names(List<Line> lines, UnitNameSplitter splitter) {
        List<String> names = new ArrayList<>();
        String open = "";
        for (int i = 0; i < lines.size(); i++) {
            open += lines.get(i).text;
            boolean ends = i + 1 == lines.size() || !goesOn(lines.get(i).room, lines.get(i + 1).text);
            if (ends || splitter.readsAsUnits(open)) {
                names.add(open);
                open = "";
            }
        }
        return names;
    }

    private static int width(String line) {
        return line.chars().map(character -> character < 128 ? 1 : 2).sum();
    }
}
