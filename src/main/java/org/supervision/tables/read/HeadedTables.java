package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.tables.read.SourceDocument.Block;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.SourceDocument.Table;

/**
 * The tables of a document below headers of one kind.
 *
 * @param above texts before the first header
 * @param tables cut at each header
 * @param names how their heads are understood
 * @param problems what was passed over
 */
record HeadedTables(List<String> above, List<HeadedTable> tables, HeaderNames names, Problems problems) {

    /** The body of a table below its header; a table without one goes on with the header before. */
    record HeadedTable(Header header, List<SourceRow> body) {}

    /** The tables whose header has what is wanted, or one that was written cell below cell; empty if there is none. */
    static Optional<HeadedTables> find(SourceDocument document, Predicate<Header> wanted, UnitDirectory directory) {
        Optional<HeadedTables> found = new Search(wanted, document)
                .find(document.blocks())
                .or(() -> new Search(wanted, document).find(withStackedList(document, wanted, directory)));
        Optional<ProgressColumns> progress = found.map(ProgressColumns::new);
        Map<String, Column> verdicts = progress.map(ProgressColumns::verdicts).orElse(Map.of());
        return verdicts.isEmpty()
                ? progress.map(ProgressColumns::told)
                : find(document.with(document.heads().seeing(verdicts)), wanted, directory);
    }

    /** The columns of the first of them. */
    List<SourceColumn> columns() {
        HeadedTable first = tables.get(0);
        return SourceColumn.of(first.header().heads(), first.body(), names);
    }

    /** The blocks, with a table in place of the paragraphs that are one written cell below cell. */
    private static List<Block> withStackedList(
            SourceDocument document, Predicate<Header> wanted, UnitDirectory directory) {
        List<Paragraph> paragraphs = document.paragraphs();
        return StackedList.find(paragraphs, wanted, new UnitNameSplitter(directory), document.heads())
                .map(table -> {
                    int line = table.rows().get(0).position().row();
                    Stream<Block> above = paragraphs.stream()
                            .filter(paragraph -> paragraph.position().row() < line)
                            .map(Block.class::cast);
                    return Stream.concat(above, Stream.of(table)).toList();
                })
                .orElse(List.of());
    }

    /** One pass over the blocks. */
    private static final class Search {

        private final Predicate<Header> wanted;
        private final HeaderNames names;
        private final HeaderRows headers;
        private final List<String> above = new ArrayList<>();
        private final List<HeadedTable> headed = new ArrayList<>();
        private final Problems problems = new Problems(null);
        private final Set<String> passedOver = new HashSet<>();

        private Search(Predicate<Header> wanted, SourceDocument document) {
            this.wanted = wanted;
            names = document.heads();
            headers = document.headers();
        }

        private Optional<HeadedTables> find(List<Block> blocks) {
            if (blocks.stream().noneMatch(this::isHeaded)) {
                return Optional.empty();
            }
            for (Block block : blocks) {
                if (block instanceof Table table) {
                    cut(table.rows(), headers.of(table));
                } else if (block instanceof Paragraph paragraph && headed.isEmpty()) {
                    above.add(paragraph.text());
                } else if (block instanceof Paragraph paragraph) {
                    problems.add(null, ProblemCode.TEXT_IGNORED, paragraph.text(), paragraph.position());
                }
            }
            return Optional.of(new HeadedTables(above, headed, names, problems));
        }

        private boolean isHeaded(Block block) {
            return block instanceof Table table
                    && headers.of(table).values().stream().anyMatch(wanted);
        }

        private void cut(List<SourceRow> rows, Map<Integer, Header> starts) {
            boolean below = false;
            for (int i = 0; i < rows.size(); i++) {
                SourceRow row = rows.get(i);
                Header header = starts.get(i);
                if (header != null && wanted.test(header)) {
                    headed.add(new HeadedTable(header, new ArrayList<>()));
                    header.unknown().forEach(this::passOver);
                    i += header.height() - 1;
                    below = true;
                } else if (headed.isEmpty()) {
                    row.written().forEach(cell -> above.add(cell.joined()));
                } else if (below || last().header().width() == row.cells().size()) {
                    last().body().add(row);
                    below = true;
                } else {
                    row.written().stream()
                            .findFirst()
                            .ifPresent(cell ->
                                    problems.add(null, ProblemCode.TEXT_IGNORED, cell.joined(), row.position()));
                }
            }
        }

        /** Said once, however often the header is repeated. */
        private void passOver(SourceCell head) {
            if (passedOver.add(head.key())) {
                problems.add(null, ProblemCode.COLUMN_IGNORED, head.joined(), head.position(), head.joined());
            }
        }

        private HeadedTable last() {
            return headed.get(headed.size() - 1);
        }
    }
}
