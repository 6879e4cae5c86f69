package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.identity.UnitNameSplitter.Certainty;
import org.supervision.identity.UnitNameSplitter.Part;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.WrappedLines.TextColumn;

/**
 * Finds the tasks among wrapped lines. Each has the label of its milestone once; its number is the line above that fits
 * best into the rising row of numbers, for many a wrapped line begins with a figure.
 */
final class WrappedTasks {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})(?: +(.*))?");
    private static final Pattern TICKED = Pattern.compile("(.*?) *(?:" + Words.pattern("tick") + ")");
    private static final Pattern SENTENCE = Pattern.compile("[\\u3002\\uFF1B\\uFF1A]$");
    private static final Pattern MEASURE = Words.pattern("measure");
    private static final int MOST_CANDIDATES = 40;
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_LINE_OF_UNITS = 40;

    private static final int WITH_TEXT = 1;
    private static final int MEASURED = 3;
    private static final int IMPLAUSIBLE = 5;
    private static final int FALLING = 10;

    private final List<Paragraph> lines;
    private final Column quarter;
    private final UnitNameSplitter splitter;
    private final Problems problems;
    private TextColumn progressColumn = new TextColumn(0, 0);
    private TextColumn planColumn = new TextColumn(0, 0);

    WrappedTasks(List<Paragraph> lines, int quarter, UnitNameSplitter splitter, Problems problems) {
        this.lines = lines;
        this.quarter = Column.QUARTERS.get(quarter - 1);
        this.splitter = splitter;
        this.problems = problems;
    }

    /** Whether the line could be the first of a task. */
    static boolean isNumbered(Paragraph line) {
        return NUMBERED.matcher(line.text()).matches();
    }

    /**
     * The lines of one task, by their index.
     *
     * @param actionPlan line of its label, or the end if there is none
     * @param tick line that ends with it, or the end if there is none
     * @param candidates lines above the milestone at which the task may begin
     */
    private record Span(int milestone, int actionPlan, int tick, List<Integer> candidates) {}

    List<RowDraft> drafts() {
        List<Span> spans = spans();
        List<Integer> starts = starts(spans);
        List<List<String>> progress = new ArrayList<>();
        List<List<String>> plans = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? starts.get(i + 1) : lines.size();
            int tick = Math.min(spans.get(i).tick + 1, end);
            progress.add(texts(tick, end));
            plans.add(texts(Math.min(spans.get(i).milestone + 1, tick), tick));
        }
        progressColumn = TextColumn.of(progress);
        planColumn = new TextColumn(TextColumn.of(plans).full(), 0);
        List<RowDraft> drafts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? starts.get(i + 1) : lines.size();
            drafts.add(draft(starts.get(i), spans.get(i), end));
        }
        return drafts;
    }

    private static int first(int from, int end, IntPredicate wanted) {
        return IntStream.range(from, end).filter(wanted).findFirst().orElse(end);
    }

    private List<Span> spans() {
        List<Integer> labels = IntStream.range(0, lines.size())
                .filter(i -> behindLabel(i, RowKind.MILESTONE) != null)
                .boxed()
                .toList();
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1) : lines.size();
            List<Integer> candidates = IntStream.range(Math.max(from, label - MOST_CANDIDATES), label)
                    .filter(line -> isNumbered(lines.get(line)) && cost(line, label) < IMPLAUSIBLE)
                    .boxed()
                    .toList();
            int actionPlan = first(label + 1, end, line -> behindLabel(line, RowKind.ACTION_PLAN) != null);
            int tick = first(
                    label, end, line -> TICKED.matcher(lines.get(line).text()).matches());
            if (candidates.isEmpty()) {
                Paragraph line = lines.get(label);
                problems.add(null, ProblemCode.ROW_UNASSIGNED, line.text(), line.position());
            } else {
                spans.add(new Span(label, actionPlan, tick, candidates));
            }
            from = (tick < end ? tick : Math.min(label, end - 1)) + 1;
        }
        return spans;
    }

    /** The way through the candidates of the tasks so far that costs least and ends with this one. */
    private record Path(int cost, int line, @Nullable Path before) {}

    /** The line with which each task begins. */
    private List<Integer> starts(List<Span> spans) {
        List<Path> paths = List.of();
        for (Span span : spans) {
            List<Path> before = paths;
            paths = span.candidates.stream()
                    .map(line -> cheapest(before, line, cost(line, span.milestone)))
                    .toList();
        }
        LinkedList<Integer> starts = new LinkedList<>();
        for (Path path = last(paths); path != null; path = path.before) {
            starts.addFirst(path.line);
        }
        return starts;
    }

    private Path cheapest(List<Path> paths, int line, int cost) {
        Path best = new Path(cost, line, null);
        for (Path path : paths) {
            int total = path.cost + (number(path.line) < number(line) ? 0 : FALLING) + cost;
            best = best.before == null || total <= best.cost ? new Path(total, line, path) : best;
        }
        return best;
    }

    private static @Nullable Path last(List<Path> paths) {
        Path last = null;
        for (Path path : paths) {
            last = last == null || path.cost <= last.cost ? path : last;
        }
        return last;
    }

    private int number(int line) {
        return Integer.parseInt(text(line, NUMBERED, 1));
    }

    /** How unlike the beginning of a task the line is; between its number and its milestone no sentence ends. */
    private int cost(int line, int milestone) {
        String behind = text(line, NUMBERED, 2);
        int sentences = (int) lines.subList(line, milestone).stream()
                .filter(below -> SENTENCE.matcher(below.text()).find())
                .count();
        return sentences + (behind.isEmpty() ? 0 : MEASURE.matcher(behind).lookingAt() ? MEASURED : WITH_TEXT);
    }

    private RowDraft draft(int start, Span span, int end) {
        Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
        SourcePosition position = lines.get(start).position();
        cells.put(Column.NUMBER, cell(position, List.of(text(start, NUMBERED, 1))));
        List<String> above = new ArrayList<>(List.of(text(start, NUMBERED, 2)));
        above.addAll(texts(start + 1, span.milestone));
        int units = firstUnit(above);
        cells.put(Column.GOAL, cell(position, above.subList(0, units)));
        if (units < above.size()) {
            cells.put(
                    Column.UNITS,
                    cell(
                            lines.get(start + units).position(),
                            WrappedLines.names(WrappedLines.of(above.subList(units, above.size())), splitter)));
        }
        int progress = Math.min(span.tick + 1, end);
        if (progress < end) {
            cells.put(
                    Column.PROGRESS,
                    cell(lines.get(progress).position(), WrappedLines.join(texts(progress, end), progressColumn)));
        }
        RowDraft draft = new RowDraft(position, cells, true);
        draft.milestones().put(quarter, part(span.milestone, RowKind.MILESTONE, Math.min(span.actionPlan, end)));
        if (span.actionPlan < Math.min(span.tick + 1, end)) {
            draft.actionPlans().put(quarter, part(span.actionPlan, RowKind.ACTION_PLAN, progress));
        }
        return draft;
    }

    /** The first line that begins as names of units do and goes on as one. */
    private int firstUnit(List<String> texts) {
        int narrow = texts.size();
        while (narrow > 1 && texts.get(narrow - 1).length() <= LONGEST_LINE_OF_UNITS) {
            narrow--;
        }
        return first(narrow, texts.size(), from -> {
            List<Part> parts = splitter.split(String.join("\n", texts.subList(from, texts.size())));
            return !parts.isEmpty()
                    && parts.get(0).certainty() != Certainty.UNREADABLE
                    && splitter.beginsAsName(texts.get(from));
        });
    }

    /** The text behind a label and the lines below it, up to the tick. */
    private SourceCell part(int label, RowKind kind, int end) {
        List<String> texts = new ArrayList<>();
        texts.add(behindLabel(label, kind));
        texts.addAll(texts(label + 1, end));
        int last = texts.size() - 1;
        Matcher ticked = TICKED.matcher(texts.get(last));
        if (ticked.matches()) {
            texts.set(last, ticked.group(1));
        }
        return cell(lines.get(label).position(), WrappedLines.join(texts, planColumn));
    }

    /** What follows the label at the beginning of the line; null if there is no such label. */
    private @Nullable String behindLabel(int line, RowKind kind) {
        String text = lines.get(line).text();
        for (int end = Math.min(text.length(), LONGEST_LABEL); end > 0; end--) {
            if ((end == text.length() || text.charAt(end) == ' ') && kind.isCalled(text.substring(0, end))) {
                return text.substring(end).strip();
            }
        }
        return null;
    }

    private String text(int line, Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(lines.get(line).text());
        return matcher.matches() && matcher.group(group) != null ? matcher.group(group) : "";
    }

    private List<String> texts(int from, int to) {
        return lines.subList(from, to).stream().map(Paragraph::text).toList();
    }

    private static SourceCell cell(SourcePosition position, List<String> texts) {
        return new SourceCell(texts, position, false);
    }
}
