package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table hold what, in whatever order they come.
 *
 * @param columns several of the same kind belong together; of units that of the lead comes first
 * @param heads the cell nearest to each column, from left to right
 * @param unknown what heads a column of which nothing is known
 * @param partners whether a column of units is not that of the lead alone
 */
record Header(
        Map<Column, List<Integer>> columns,
        List<SourceCell> heads,
        List<SourceCell> unknown,
        boolean partners,
        int height) {

    private static final Pattern LEAD = Words.pattern("lead label");
    private static final Pattern DETAIL = Words.pattern("detail head");
    private static final int MOST_ROWS = 3;

    /** The header that begins with the row and goes on over rows of nothing but words of headers. */
    static Header at(List<SourceRow> rows, int start, HeaderNames names) {
        Header header = of(rows.get(start), names);
        while (header.height < MOST_ROWS
                && start + header.height < rows.size()
                && isOfHeader(rows.get(start + header.height), names)) {
            header = header.and(of(rows.get(start + header.height), names));
        }
        return header;
    }

    private static Header of(SourceRow row, HeaderNames names) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        List<SourceCell> unknown = new ArrayList<>();
        boolean partners = false;
        List<SourceCell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            SourceCell cell = cells.get(i);
            Optional<Column> column = cell.addsNothing() ? Optional.empty() : names.columnOf(cell.text());
            if (column.isPresent()) {
                List<Integer> same = columns.computeIfAbsent(column.get(), any -> new ArrayList<>());
                same.add(LEAD.matcher(cell.key()).lookingAt() ? 0 : same.size(), i);
                partners |= column.get() == Column.UNITS
                        && !LEAD.matcher(cell.key()).matches();
            } else if (!cell.addsNothing() && !names.isSaid(cell.text())) {
                unknown.add(cell);
            }
        }
        return new Header(columns, cells, unknown, partners, 1);
    }

    /** A header of one row with these columns from left to right. */
    static Header of(List<Column> inOrder) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        inOrder.forEach(column -> columns.put(column, List.of(columns.size())));
        return new Header(columns, List.of(), List.of(), true, 1);
    }

    private static boolean isOfHeader(SourceRow row, HeaderNames names) {
        return row.written().stream()
                .allMatch(cell -> names.columnOf(cell.text()).isPresent());
    }

    /** What stands below is nearer to the column; a word over several of them heads none. */
    private Header and(Header below) {
        boolean parted = columns.containsKey(Column.UNITS) && below.columns.containsKey(Column.UNITS);
        Map<Column, List<Integer>> all = new EnumMap<>(below.columns);
        columns.forEach((column, indices) -> {
            if (!parted || column != Column.UNITS) {
                all.put(column, indices);
            }
        });
        List<SourceCell> left = unknown.stream()
                .filter(cell -> all.values().stream()
                        .noneMatch(known -> known.contains(cell.position().column() - 1)))
                .toList();
        List<SourceCell> nearest = IntStream.range(0, Math.max(heads.size(), below.heads.size()))
                .mapToObj(i -> i >= heads.size()
                                || i < below.heads.size() && !below.heads.get(i).addsNothing()
                        ? below.heads.get(i)
                        : heads.get(i))
                .toList();
        return new Header(all, nearest, left, below.partners || partners && !parted, height + 1);
    }

    /** The same, but that the column at the index is one of these, too. */
    Header reading(Column column, int index) {
        Map<Column, List<Integer>> all = new EnumMap<>(columns);
        all.put(column, List.of(index));
        return new Header(all, heads, unknown, partners, height);
    }

    int width() {
        return heads.size();
    }

    /** Whether it lists key tasks with their units. */
    boolean lists(boolean numbered) {
        return has(EnumSet.of(Column.GOAL, Column.UNITS)) && (!numbered || columns.containsKey(Column.NUMBER));
    }

    boolean has(Collection<Column> wanted) {
        return columns.keySet().containsAll(wanted);
    }

    /** Those of the columns that the table has, in their given order. */
    List<Column> those(List<Column> wanted) {
        return wanted.stream().filter(columns::containsKey).toList();
    }

    /** The columns that name units, that of the lead first. */
    List<Integer> unitColumns() {
        List<Integer> all = new ArrayList<>(columns.getOrDefault(Column.UNITS, List.of()));
        all.addAll(columns.getOrDefault(Column.SUPPORTING_UNITS, List.of()));
        return all;
    }

    /** Whether several columns of progress stand each behind a column of units. */
    boolean pairs() {
        List<Integer> progress = columns.getOrDefault(Column.PROGRESS, List.of());
        List<Integer> units = unitColumns();
        return progress.size() > 1
                && IntStream.range(0, progress.size()).allMatch(i -> units.stream()
                        .anyMatch(unit -> unit < progress.get(i) && (i == 0 || unit > progress.get(i - 1))));
    }

    /** The row's cell at the index; blank if the row ends before. */
    SourceCell at(SourceRow row, int index) {
        return index < row.cells().size() ? row.cells().get(index) : SourceCell.blank(row.position());
    }

    /** The row's cell of the column; blank if the table has no such column. */
    SourceCell cell(SourceRow row, Column column) {
        SourceCell found = null;
        for (int index : columns.getOrDefault(column, List.of())) {
            SourceCell cell = at(row, index);
            found = found == null
                    ? cell
                    : cell.addsNothing() ? found : found.own().and(cell);
        }
        return found == null ? SourceCell.blank(row.position()) : found;
    }

    /** The head of a column nobody reads that parts the task above further in this row; null if none does. */
    @Nullable
    SourceCell partsFurther(SourceRow row) {
        return unknown.stream()
                .filter(head -> DETAIL.matcher(head.key()).matches())
                .filter(head ->
                        heads.contains(head) && !at(row, heads.indexOf(head)).addsNothing())
                .findFirst()
                .orElse(null);
    }
}
