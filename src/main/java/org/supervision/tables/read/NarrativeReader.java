package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.ReadNarrative.Part;
import org.supervision.tables.read.ReadNarrative.Passage;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.TableRow.SourceText;

/**
 * Takes a report in prose apart: two titled halves, their numbered sections, the sentences of each. Where there is one
 * half only, its title may be that of the whole.
 */
final class NarrativeReader {

    private static final Map<Part, Pattern> TITLES =
            Map.of(Part.REVIEW, Words.pattern("narrative REVIEW"), Part.PLAN, Words.pattern("narrative PLAN"));
    private static final Pattern SECTION =
            Pattern.compile("^(?:" + String.join("|", Words.section("narrative section")) + ")");
    private static final Pattern SENTENCE_END = Words.pattern("sentence end");
    private static final Pattern YEAR = Words.pattern("year");
    private static final Pattern PUNCTUATION = Pattern.compile("[,;:\u3002]");
    private static final String DIGITS = Words.section("digits").get(0);
    private static final String TEN = Words.section("ten").get(0);
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final int MOST_PARAGRAPHS = 20_000;
    private static final int MOST_SENTENCES = 3_000;
    private static final int LONGEST_HEADING = 100;

    private final Map<Part, Title> titles = new EnumMap<>(Part.class);
    private final List<String> above = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Part part = Part.INTRODUCTION;
    private int section;
    private String heading = "";
    private @Nullable SourcePosition position;

    private NarrativeReader() {}

    /** Empty if the document has no titled half with sentences. */
    static Optional<ReadNarrative> read(SourceDocument document) {
        if (document.blocks().size() > MOST_PARAGRAPHS) {
            return Optional.empty();
        }
        NarrativeReader reader = new NarrativeReader();
        document.blocks().forEach(block -> {
            if (block instanceof Paragraph paragraph) {
                reader.paragraph(paragraph);
            }
        });
        reader.endSentences();
        boolean narrates = reader.passages.stream().anyMatch(passage -> passage.part() != Part.INTRODUCTION);
        return narrates ? Optional.of(reader.result()) : Optional.empty();
    }

    private ReadNarrative result() {
        Title title = Title.among(above);
        Title half = titles.getOrDefault(Part.PLAN, titles.get(Part.REVIEW));
        String named = title.text().isEmpty() ? half.text() : title.text();
        return new ReadNarrative(Layout.NARRATIVE, named, year(Part.PLAN), year(Part.REVIEW), passages, rows);
    }

    private @Nullable Integer year(Part of) {
        Integer own = titles.containsKey(of) ? titles.get(of).year() : null;
        return own != null || of == Part.REVIEW || !titles.containsKey(of)
                ? own
                : above.stream()
                        .filter(Title::namesSeveralYears)
                        .findFirst()
                        .map(Title::lastYear)
                        .orElse(null);
    }

    private void paragraph(Paragraph paragraph) {
        String text = paragraph.text();
        boolean brief = text.length() <= LONGEST_TITLE;
        String words = halfWidth(text.substring(0, Math.min(text.length(), LONGEST_TITLE)));
        Matcher number = SECTION.matcher(words);
        boolean numbered = number.find();
        if (numbered && part == Part.INTRODUCTION && passages.isEmpty()) {
            beginOnlyHalf();
        }
        Part titled = !brief ? null : titled(numbered ? words.substring(number.end()) : words);
        if (titled != null) {
            endSentences();
            part = titled;
            section = 0;
            heading = "";
            titles.putIfAbsent(titled, Title.of(text));
        } else if (numbered && part != Part.INTRODUCTION) {
            endSentences();
            section(text.substring(number.end()), number, paragraph.position());
        } else if (part == Part.INTRODUCTION
                && brief
                && open.isEmpty()
                && !PUNCTUATION.matcher(words).find()) {
            above.add(text);
        } else {
            append(text, paragraph.position());
        }
    }

    private static @Nullable Part titled(String words) {
        return Title.namesSeveralYears(words)
                ? null
                : TITLES.entrySet().stream()
                        .filter(title -> title.getValue().matcher(words).matches())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    /** A section begins before any half is titled: the title of the whole may say which half this is. */
    private void beginOnlyHalf() {
        for (String title : above) {
            Matcher year = YEAR.matcher(title);
            Part named = year.find() ? titled(halfWidth(title.substring(year.start()))) : null;
            if (named != null && part == Part.INTRODUCTION) {
                part = named;
                titles.put(named, Title.of(title));
            }
        }
    }

    /** A section's first sentence is its heading, alone in its paragraph or not. */
    private void section(String text, Matcher number, SourcePosition at) {
        section = IntStream.rangeClosed(1, number.groupCount())
                .mapToObj(number::group)
                .filter(group -> group != null)
                .mapToInt(NarrativeReader::number)
                .findFirst()
                .orElseThrow();
        Matcher end = SENTENCE_END.matcher(text);
        boolean ended = end.find();
        int length = ended ? end.start() : text.length();
        boolean headed = length <= LONGEST_HEADING;
        heading = headed ? text.substring(0, length).strip() : "";
        String rest = !headed ? text : ended ? text.substring(end.end()) : "";
        if (!rest.isBlank()) {
            append(rest, at);
        }
    }

    private void append(String text, SourcePosition at) {
        if (position == null) {
            position = at;
        }
        String line = Texts.goesOn(open, text) ? " " + text : text;
        int start = 0;
        Matcher end = SENTENCE_END.matcher(line);
        while (end.find()) {
            sentence((open + line.substring(start, end.end())).strip());
            open.setLength(0);
            start = end.end();
            position = at;
        }
        open.append(line, start, line.length());
        if (open.length() > LONGEST_SENTENCE) {
            endSentences();
        } else if (open.toString().isBlank()) {
            open.setLength(0);
            position = null;
        }
    }

    /** A text that ends without a full stop ends all the same where a title or section begins. */
    private void endSentences() {
        if (!open.toString().isBlank()) {
            sentence(open.toString().strip());
        }
        open.setLength(0);
        position = null;
    }

    private void sentence(String text) {
        if (passages.size() == MOST_SENTENCES) {
            throw new DocumentRefusedException(DocumentRefusedException.Reason.TOO_MANY_CELLS);
        }
        boolean goal = part == Part.PLAN && section > 0;
        Integer row = goal ? rows.size() + 1 : null;
        passages.add(new Passage(passages.size() + 1, part, section, heading, text, position, row));
        if (goal) {
            rows.add(row(row, text));
        }
    }

    private TableRow row(int ordinal, String text) {
        List<SourceText> source = List.of(new SourceText("goal", text, position));
        RowValues values = new RowValues(null, text, null, List.of(), null, null, List.of(), null, List.of());
        Problems problems = new Problems(ordinal);
        RowChecks.check(values, source, position, problems);
        return new TableRow(ordinal, values, source, position, problems.all(), Set.of());
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int tens = text.indexOf(TEN);
        if (tens < 0) {
            return DIGITS.indexOf(text);
        }
        int units = tens + 1 < text.length() ? DIGITS.indexOf(text.charAt(tens + 1)) : 0;
        return (tens == 0 ? 1 : DIGITS.indexOf(text.charAt(0))) * 10 + units;
    }

    /** Same length, so that what is found here is found in the text. */
    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder();
        for (char character : text.toCharArray()) {
            String key = Texts.key(String.valueOf(character));
            half.append(key.length() == 1 ? key.charAt(0) : character);
        }
        return half.toString();
    }
}
