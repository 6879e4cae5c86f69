package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.ReadNarrative.Part;
import org.supervision.tables.read.ReadNarrative.Passage;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.SourceDocument.Table;
import org.supervision.tables.read.TableRow.SourceText;

/**
 * A table of which each row is an indicator with what is to be reached, and perhaps what was. It holds no key tasks: a
 * target is put into words as a goal, a value as a statement, and a person picks from them as from a report in prose.
 */
final class IndicatorTable {

    private static final Pattern FIGURE = Pattern.compile(".*\\d.*");
    private static final Pattern BARE = Pattern.compile("[-+]?[\\d,.]+(?:[-\\u2014~\\uFF5E]+[\\d,.]+)?");
    private static final Map<String, String> SIGNS = Map.of("\u2265", "GE", ">", "GT", "\u2264", "LE", "<", "LT");
    private static final Pattern NO_TASK = Words.pattern("no task");
    private static final int MOST_ROWS_ABOVE = 10;
    private static final int MOST_ROWS = 2_000;

    /** What the columns of such a table hold. */
    private enum Head {
        NAME,
        MEASURE,
        TARGET,
        ACTUAL,
        LEAD;

        private final Pattern words = Words.pattern("indicator " + name());

        static Optional<Head> of(SourceCell cell) {
            return cell.addsNothing()
                    ? Optional.empty()
                    : Stream.of(values())
                            .filter(head -> head.words.matcher(cell.key()).matches())
                            .findFirst();
        }
    }

    private final Map<Head, Integer> columns;
    private final List<Passage> targets = new ArrayList<>();
    private final List<Passage> values = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();

    private IndicatorTable(Map<Head, Integer> columns) {
        this.columns = columns;
    }

    /** The document as goals and values to pick from; empty if none of its tables is one of indicators. */
    static Optional<ReadNarrative> read(SourceDocument document) {
        List<String> paragraphs =
                document.paragraphs().stream().map(Paragraph::text).toList();
        return document.blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> read(((Table) table).rows(), paragraphs, document.heads()).stream())
                .findFirst();
    }

    private static Optional<ReadNarrative> read(List<SourceRow> rows, List<String> paragraphs, HeaderNames names) {
        return IntStream.range(0, Math.min(MOST_ROWS_ABOVE, rows.size()))
                .filter(row -> isHeader(heads(rows.get(row))) && !statesTasks(rows.get(row), names))
                .boxed()
                .findFirst()
                .flatMap(header -> {
                    IndicatorTable table = new IndicatorTable(heads(rows.get(header)));
                    rows.stream().skip(header + 1L).limit(MOST_ROWS).forEach(table::read);
                    List<String> above = Stream.concat(
                                    paragraphs.stream(),
                                    rows.subList(0, header).stream()
                                            .flatMap(row -> row.written().stream())
                                            .map(SourceCell::joined))
                            .toList();
                    return table.result(Title.among(above));
                });
    }

    private static Map<Head, Integer> heads(SourceRow row) {
        Map<Head, Integer> heads = new EnumMap<>(Head.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int index = i;
            Head.of(row.cells().get(i)).ifPresent(head -> heads.putIfAbsent(head, index));
        }
        return heads;
    }

    private static boolean isHeader(Map<Head, Integer> heads) {
        return heads.containsKey(Head.NAME) && (heads.containsKey(Head.TARGET) || heads.containsKey(Head.ACTUAL));
    }

    /** A table of key tasks may have a column of indicators beside its goals. */
    private static boolean statesTasks(SourceRow row, HeaderNames names) {
        return row.written().stream()
                .anyMatch(cell -> names.columnOf(cell.text()).equals(Optional.of(Column.GOAL))
                        && Head.of(cell).filter(head -> head != Head.NAME).isEmpty());
    }

    private void read(SourceRow row) {
        SourceCell name = cell(row, Head.NAME);
        if (!name.isBlank() && !NO_TASK.matcher(name.key()).matches()) {
            statement(row, name, Head.TARGET).ifPresent(text -> goal(text, name.position(), cell(row, Head.LEAD)));
            statement(row, name, Head.ACTUAL)
                    .ifPresent(text -> values.add(new Passage(0, Part.REVIEW, 1, "", text, name.position(), null)));
        }
    }

    private void goal(String text, SourcePosition position, SourceCell lead) {
        int ordinal = rows.size() + 1;
        List<SourceText> source = List.of(new SourceText("goal", text, position));
        RowValues goal = new RowValues(
                null, text, lead.isBlank() ? null : lead.joined(), List.of(), null, null, List.of(), null, List.of());
        Problems problems = new Problems(ordinal);
        RowChecks.check(goal, source, position, problems);
        rows.add(new TableRow(ordinal, goal, source, position, problems.all(), Set.of()));
        targets.add(new Passage(0, Part.PLAN, 1, "", text, position, ordinal));
    }

    /** Name, figure and what it is measured in, as a sentence would have them; empty where there is no figure. */
    private Optional<String> statement(SourceRow row, SourceCell name, Head head) {
        String figure = cell(row, head).joined();
        if (!FIGURE.matcher(figure).matches()) {
            return Optional.empty();
        }
        String sign = figure.substring(0, 1);
        String words = SIGNS.containsKey(sign)
                ? WrittenWords.of("indicator." + SIGNS.get(sign))
                        + figure.substring(1).strip()
                : figure;
        String measure =
                BARE.matcher(figure.replaceFirst("^[\u2265>\u2264<]\\s*", "")).matches()
                        ? cell(row, Head.MEASURE).joined()
                        : "";
        return Optional.of(name.joined() + words + measure);
    }

    private SourceCell cell(SourceRow row, Head head) {
        Integer index = columns.get(head);
        return index == null || index >= row.cells().size()
                ? SourceCell.blank(row.position())
                : row.cells().get(index);
    }

    private Optional<ReadNarrative> result(Title title) {
        List<Passage> passages =
                Stream.concat(values.stream(), targets.stream()).toList();
        if (passages.isEmpty()) {
            return Optional.empty();
        }
        List<Passage> numbered = IntStream.range(0, passages.size())
                .mapToObj(i -> numbered(passages.get(i), i + 1, title.text()))
                .toList();
        return Optional.of(
                new ReadNarrative(Layout.INDICATORS, title.text(), title.year(), title.year(), numbered, rows));
    }

    private static Passage numbered(Passage passage, int ordinal, @Nullable String heading) {
        return new Passage(
                ordinal,
                passage.part(),
                passage.section(),
                heading == null ? "" : heading,
                passage.text(),
                passage.position(),
                passage.row());
    }
}
