package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.tables.read.SourceDocument.Paragraph;

/**
 * The quarter's result beside its plan as a text: the cells one below the other, each broken into lines where the column
 * ended. The tick has lost its column, so that the verdict stays unknown.
 */
final class WrappedResultLayout implements LayoutReader {

    private static final Pattern PAGE_MARK = Words.pattern("page mark");
    private static final int MOST_HEADER_LINES = 30;
    private static final int MOST_WORDS_OF_A_HEADER = 3;

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        List<Paragraph> lines = document.paragraphs();
        return IntStream.range(0, lines.size())
                .filter(start -> startsHeader(lines.get(start)))
                .boxed()
                .findFirst()
                .flatMap(start -> read(lines, start, directory));
    }

    private static boolean startsHeader(Paragraph line) {
        return Column.headedBy(line.text().split(" ")[0])
                .filter(Column.NUMBER::equals)
                .isPresent();
    }

    private static Optional<Drafts> read(List<Paragraph> lines, int start, UnitDirectory directory) {
        List<Paragraph> block = new ArrayList<>();
        for (Paragraph line : lines.subList(start, Math.min(lines.size(), start + MOST_HEADER_LINES))) {
            if (WrappedTasks.isNumbered(line)) {
                break;
            }
            block.add(line);
        }
        Header header = header(block);
        List<Paragraph> body = body(lines.subList(start + block.size(), lines.size()), block);
        if (!header.lists(true) || !QuarterResultLayout.statesQuarter(header)) {
            return Optional.empty();
        }
        int quarter = QuarterResultLayout.quarter(header);
        Problems problems = new Problems(null);
        List<RowDraft> drafts = new WrappedTasks(body, quarter, new UnitNameSplitter(directory), problems).drafts();
        List<String> above =
                lines.subList(0, start).stream().map(Paragraph::text).toList();
        return drafts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drafts(Layout.QUARTER_RESULT, above, quarter, drafts, problems));
    }

    /** The columns, in no order: a name may be broken over lines. */
    private static Header header(List<Paragraph> block) {
        List<String> words = block.stream()
                .flatMap(line -> Arrays.stream(line.text().split(" +")))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS_OF_A_HEADER); to++) {
                Column.headedBy(String.join("", words.subList(from, to)))
                        .filter(column -> !columns.contains(column))
                        .ifPresent(columns::add);
            }
        }
        return Header.of(columns);
    }

    /** The lines without page marks and without the header that stands on each page again. */
    private static List<Paragraph> body(List<Paragraph> lines, List<Paragraph> header) {
        List<String> keys = header.stream().map(line -> Texts.key(line.text())).collect(Collectors.toList());
        List<Paragraph> body = new ArrayList<>();
        int expected = 0;
        for (Paragraph line : lines) {
            String key = Texts.key(line.text());
            expected = expected < keys.size() && key.equals(keys.get(expected))
                    ? expected + 1
                    : key.equals(keys.get(0)) ? 1 : 0;
            if (expected == 0 && !PAGE_MARK.matcher(key).matches()) {
                body.add(line);
            }
        }
        return body;
    }
}
