package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        return new Search(wanted, document.heads())
                .find(document.blocks())
                .or(() -> new Search(wanted, document.heads()).find(withStackedList(document, wanted, directory)));
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
        private final List<String> above = new ArrayList<>();
        private final List<HeadedTable> headed = new ArrayList<>();
        private final Problems problems = new Problems(null);
        private final Set<String> passedOver = new HashSet<>();

        private Search(Predicate<Header> wanted, HeaderNames names) {
            this.wanted = wanted;
            this.names = names;
        }

        private Optional<HeadedTables> find(List<Block> blocks) {
            for (Block block : blocks) {
                if (block instanceof Table table) {
                    cut(table.rows());
                } else if (block instanceof Paragraph paragraph && headed.isEmpty()) {
                    above.add(paragraph.text());
                } else if (block instanceof Paragraph paragraph) {
                    problems.add(null, ProblemCode.TEXT_IGNORED, paragraph.text(), paragraph.position());
                }
            }
            return headed.isEmpty() ? Optional.empty() : Optional.of(new HeadedTables(above, headed, names, problems));
        }

        private void cut(List<SourceRow> rows) {
            boolean below = false;
            for (int i = 0; i < rows.size(); i++) {
                SourceRow row = rows.get(i);
                Optional<Header> header = Header.at(rows, i, wanted, names);
                if (header.isPresent()) {
                    headed.add(new HeadedTable(header.get(), new ArrayList<>()));
                    header.get().unknown().forEach(this::passOver);
                    i += header.get().height() - 1;
                    below = true;
                } else if (headed.isEmpty()) {
                    row.written().forEach(cell -> above.add(cell.joined()));
                } else if (below || last().header().width() == row.cells().size()) {
                    last().body().add(row);
                    below = true;
                } else {
                    problems.add(
                            null, ProblemCode.TEXT_IGNORED, row.written().get(0).joined(), row.position());
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
