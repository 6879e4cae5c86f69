package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table as the document has it.
 *
 * @param head its text, on one line
 * @param column what it is read as; null if it is not read
 * @param said whether a person of the government has said so
 * @param examples what its first cells say
 */
public record SourceColumn(String head, @Nullable Column column, boolean said, List<String> examples) {

    /** Where every cell says the same there is nothing more to find. */
    private static final int FIRST_ROWS = 500;

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 60;

    public SourceColumn {
        examples = List.copyOf(examples);
    }

    public String key() {
        return HeaderNames.key(head);
    }

    /** The columns below the heads; those with the same head are one. */
    static List<SourceColumn> of(List<SourceCell> heads, List<SourceRow> body, HeaderNames names) {
        Map<String, SourceColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            SourceCell head = heads.get(i);
            if (!head.isBlank()) {
                int index = i;
                columns.computeIfAbsent(
                        head.key(),
                        key -> new SourceColumn(
                                head.joined(),
                                names.columnOf(head.text()).orElse(null),
                                names.isSaid(head.text()),
                                examples(body, index)));
            }
        }
        return new ArrayList<>(columns.values());
    }

    private static List<String> examples(List<SourceRow> body, int index) {
        return body.stream()
                .limit(FIRST_ROWS)
                .flatMap(row ->
                        index < row.cells().size() ? Stream.of(row.cells().get(index)) : Stream.empty())
                .filter(cell -> !cell.isBlank())
                .map(cell -> StringUtils.abbreviate(cell.joined(), "…", LONGEST_EXAMPLE))
                .distinct()
                .limit(MOST_EXAMPLES)
                .toList();
    }
}
