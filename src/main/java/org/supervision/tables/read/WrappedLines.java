package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Pattern SENTENCE_END = Pattern.compile("[\\u3002\\uFF1B\\uFF1A\\uFF01\\uFF1F;:!?]$");
    /** A line that leaves so much free was not broken by its column. */
    private static final int CLEARLY = 10;

    private static final int LARGEST_INDENT = 6;
    /** Counted widths are only nearly right. */
    private static final int NEARLY = 2;

    private WrappedLines() {}

    /** A line with what it leaves free of its column. */
    record Line(String text, int room) {}

    /**
     * The column that texts were broken in, as far as their lines tell.
     *
     * @param full width of a line that is
     * @param indent what the first line of a paragraph leaves free before it begins
     */
    record TextColumn(int full, int indent) {

        /** The column of cells that stand one below the other. */
        static TextColumn of(List<List<String>> cells) {
            Map<Integer, Integer> full = new TreeMap<>();
            Map<Integer, Integer> first = new TreeMap<>();
            for (List<String> lines : cells) {
                for (int i = 0; i + 1 < lines.size(); i++) {
                    (i == 0 ? first : full).merge(width(lines.get(i)), 1, Integer::sum);
                }
            }
            int width = mostFrequent(full);
            int indent = width - mostFrequent(first);
            return new TextColumn(width, indent > 0 && indent <= LARGEST_INDENT ? indent : 0);
        }

        private static int mostFrequent(Map<Integer, Integer> widths) {
            return widths.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
    }

    /**
     * The paragraphs of a cell of which nothing is known but its lines.
     */
    static List<String> join(List<String> texts, TextColumn column) {
        int widest = Math.max(
                column.full(),
                texts.stream().mapToInt(WrappedLines::width).max().orElse(0) - NEARLY);
        List<String> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int next = 1;
        for (String text : texts) {
            if (text.isEmpty()) {
                continue;
            }
            boolean numbered = isNumbered(text, next);
            if (!open.isEmpty()) {
                String before = open.get(open.size() - 1);
                int room = widest - width(before) - NEARLY - (open.size() == 1 ? column.indent() : 0);
                if (numbered || endsBefore(before, room, text)) {
                    paragraphs.add(Texts.join(open));
                    open.clear();
                }
            }
            next += numbered ? 1 : 0;
            open.add(text);
        }
        if (!open.isEmpty()) {
            paragraphs.add(Texts.join(open));
        }
        return paragraphs;
    }

    /** A line that ends no sentence goes on unless it is clearly short; one that does if there was no room for more. */
    private static boolean endsBefore(String line, int room, String text) {
        return SENTENCE_END.matcher(line).find() ? !goesOn(room, text) : room > CLEARLY;
    }

    private static boolean isNumbered(String text, int next) {
        Matcher numbering = NUMBERING.matcher(text);
        return numbering.matches() && Integer.parseInt(numbering.group(1)) == next;
    }

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
            boolean numbered = isNumbered(line.text, next);
            if (!open.isEmpty() && (numbered || endsBefore(open.get(open.size() - 1), room, line.text))) {
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
        // the blanks around figures are half as wide as a figure
        return line.chars()
                        .map(character -> character == ' ' ? 1 : character < 128 ? 2 : 4)
                        .sum()
                / 2;
    }
}
