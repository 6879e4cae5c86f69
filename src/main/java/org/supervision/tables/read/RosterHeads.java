package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.ReadRoster.HeadedColumn;
import org.supervision.tables.read.ReadRoster.Reason;

/** The heads of a table of people: what each of its columns holds, and whose telephone it is. */
final class RosterHeads {

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 30;
    private static final int MOST_ROWS_LOOKED_AT = 50;

    /** A column that says the post if no other one does. */
    private static final Pattern POST_ELSE = Words.pattern("person POST_ELSE");

    private final List<HeadedColumn> columns;

    private RosterHeads(List<HeadedColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Whether the row holds heads, found before it is looked at what stands below. */
    static boolean are(SourceRow row, @Nullable SourceRow above, boolean first, RosterAnswers answers) {
        return of(row, above, List.of(), answers).areOfRoster(first);
    }

    /**
     * @param above a row of heads just above, of which these may be the parts
     * @param body rows below
     */
    static RosterHeads of(SourceRow row, @Nullable SourceRow above, List<SourceRow> body, RosterAnswers answers) {
        SourceRow group = IntStream.range(0, row.cells().size()).anyMatch(i -> isPartOf(row, above, i)) ? above : null;
        List<SourceRow> sample = body.subList(0, Math.min(body.size(), MOST_ROWS_LOOKED_AT));
        List<HeadedColumn> columns = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            List<String> examples = examples(sample, i);
            String head = head(row, group, i);
            if (!head.isEmpty() || !examples.isEmpty()) {
                columns.add(column(head, i + 1, use(row, group, i), examples, answers));
            }
        }
        return new RosterHeads(withoutRepeated(withPosts(columns, sample)));
    }

    List<HeadedColumn> columns() {
        return columns;
    }

    /** @param first whether none were found above in this table: what follows must not be taken for heads so easily */
    private boolean areOfRoster(boolean first) {
        List<PersonColumn> uses = columns.stream()
                .filter(column -> !column.head().isEmpty())
                .map(HeadedColumn::use)
                .filter(Objects::nonNull)
                .toList();
        return uses.size() > 1
                && uses.stream().anyMatch(RosterHeads::isOfNames)
                && (first || uses.contains(PersonColumn.NAME) || uses.contains(PersonColumn.UNIT));
    }

    /** Those with the names of people. */
    List<HeadedColumn> named() {
        return columns.stream().filter(column -> isOfNames(column.use())).toList();
    }

    Optional<HeadedColumn> shared(PersonColumn use) {
        return columns.stream().filter(column -> column.use() == use).findFirst();
    }

    /** What is told of the people of a column of names: to the right of it, up to the next names. */
    List<HeadedColumn> of(HeadedColumn names, PersonColumn use) {
        return columns.stream()
                .filter(column -> column.use() == use && ownerOf(column).equals(Optional.of(names)))
                .toList();
    }

    private Optional<HeadedColumn> ownerOf(HeadedColumn column) {
        List<HeadedColumn> named = named();
        return named.stream()
                .filter(names -> names.ordinal() < column.ordinal())
                .reduce((one, other) -> other)
                .or(() -> named.stream().findFirst());
    }

    private static boolean isOfNames(@Nullable PersonColumn use) {
        return use == PersonColumn.NAME || use != null && use.role().isPresent();
    }

    private static String head(SourceRow row, @Nullable SourceRow group, int index) {
        String head = row.cells().get(index).joined();
        String above = group == null ? "" : group.cells().get(index).joined();
        return head.isEmpty() || isPartOf(row, group, index) ? (above + " " + head).strip() : head;
    }

    /** Whether the column holds names, and the head above says of whom. */
    private static boolean isPartOf(SourceRow row, @Nullable SourceRow group, int index) {
        return group != null
                && PersonColumn.headedBy(row.cells().get(index).text())
                        .filter(PersonColumn.NAME::equals)
                        .isPresent()
                && PersonColumn.headedBy(group.cells().get(index).text())
                        .flatMap(PersonColumn::role)
                        .isPresent();
    }

    private static @Nullable PersonColumn use(SourceRow row, @Nullable SourceRow group, int index) {
        SourceCell cell = row.cells().get(index);
        boolean asAbove = group != null && (cell.isBlank() || isPartOf(row, group, index));
        return PersonColumn.headedBy((asAbove ? group.cells().get(index) : cell).text())
                .orElse(null);
    }

    private static HeadedColumn column(
            String head, int ordinal, @Nullable PersonColumn use, List<String> examples, RosterAnswers answers) {
        String key = head.isEmpty() ? "#" + ordinal : Texts.key(head);
        if (answers.leftOut().contains(key)) {
            return new HeadedColumn(key, head, ordinal, null, Reason.AS_SAID, examples);
        }
        PersonColumn said = answers.read().getOrDefault(key, use);
        boolean number = Column.headedBy(head).filter(Column.NUMBER::equals).isPresent();
        Reason reason = said != null ? null : number ? Reason.SERIAL_NUMBER : Reason.UNKNOWN_COLUMN;
        return new HeadedColumn(key, head, ordinal, said, reason, examples);
    }

    private static List<HeadedColumn> withPosts(List<HeadedColumn> columns, List<SourceRow> body) {
        boolean told = columns.stream().anyMatch(column -> column.use() == PersonColumn.POST);
        return columns.stream()
                .map(column -> {
                    if (column.reason() != Reason.UNKNOWN_COLUMN
                            || !POST_ELSE.matcher(Texts.key(column.head())).matches()) {
                        return column;
                    }
                    boolean hasPosts = cells(body, column.ordinal() - 1)
                            .anyMatch(cell -> RosterEntry.posts(cell.text()).stream()
                                    .anyMatch(post -> RosterEntry.role(post).isPresent()));
                    return hasPosts && !told
                            ? as(column, PersonColumn.POST, null)
                            : as(column, null, hasPosts ? Reason.COLUMN_TWICE : Reason.NO_POSTS_IN_COLUMN);
                })
                .toList();
    }

    /** Names and telephones there may be several of; of the others the first counts. */
    private static List<HeadedColumn> withoutRepeated(List<HeadedColumn> columns) {
        RosterHeads all = new RosterHeads(columns);
        Map<String, HeadedColumn> firsts = new HashMap<>();
        return columns.stream()
                .map(column -> {
                    if (column.use() == null
                            || isOfNames(column.use())
                            || column.use() == PersonColumn.PHONE
                            || column.use() == PersonColumn.OFFICE_PHONE) {
                        return column;
                    }
                    boolean ofOne = column.use() == PersonColumn.MAIL || column.use() == PersonColumn.USERNAME;
                    String of =
                            column.use() + (ofOne ? " " + all.ownerOf(column).map(HeadedColumn::ordinal) : "");
                    return firsts.putIfAbsent(of, column) == null ? column : as(column, null, Reason.COLUMN_TWICE);
                })
                .toList();
    }

    private static HeadedColumn as(HeadedColumn column, @Nullable PersonColumn use, @Nullable Reason reason) {
        return new HeadedColumn(column.key(), column.head(), column.ordinal(), use, reason, column.examples());
    }

    private static List<String> examples(List<SourceRow> body, int index) {
        return cells(body, index)
                .map(cell -> StringUtils.abbreviate(cell.joined(), "…", LONGEST_EXAMPLE))
                .distinct()
                .limit(MOST_EXAMPLES)
                .toList();
    }

    static Stream<SourceCell> cells(List<SourceRow> body, int index) {
        return IntStream.range(0, body.size())
                .mapToObj(body::get)
                .filter(row -> index < row.cells().size())
                .map(row -> row.cells().get(index))
                .filter(cell -> !cell.isBlank());
    }
}
