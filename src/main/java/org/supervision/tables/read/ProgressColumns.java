package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supervision.tables.read.HeadedTables.HeadedTable;

/** Looks below heads of progress: some columns say nothing but whether it is done, and several are not one unsaid. */
final class ProgressColumns {

    private static final Set<Column> OF_VERDICTS = EnumSet.of(Column.VERDICT, Column.DONE, Column.NOT_DONE);
    private static final double MOSTLY = 0.6;

    private final HeadedTables tables;
    private final Map<String, Counts> byHead = new LinkedHashMap<>();

    ProgressColumns(HeadedTables tables) {
        this.tables = tables;
        tables.tables().forEach(table -> count(table, tables.names()));
    }

    /** How many cells are written below a head, and how many of them with the word of a verdict. */
    private record Counts(int written, int verdicts) {

        Counts and(Counts more) {
            return new Counts(written + more.written, verdicts + more.verdicts);
        }

        boolean areVerdicts() {
            return written > 0 && verdicts >= MOSTLY * written;
        }
    }

    /** Heads that stand over verdicts beside others over texts, by their keys; none if there is nothing else. */
    Map<String, Column> verdicts() {
        Map<String, Column> verdicts = byHead.entrySet().stream()
                .filter(head -> head.getValue().areVerdicts())
                .collect(Collectors.toMap(Map.Entry::getKey, head -> Column.VERDICT));
        return verdicts.size() < byHead.size() ? verdicts : Map.of();
    }

    /** The tables with verdicts read from the only column of progress, and asked about joined ones. */
    HeadedTables told() {
        Set<Set<String>> asked = new HashSet<>();
        for (HeadedTable table : tables.tables()) {
            List<SourceCell> heads =
                    table.header().those(List.of(Column.PROGRESS)).isEmpty()
                                    || table.header().pairs()
                            ? List.of()
                            : indices(table.header()).stream()
                                    .map(index -> table.header().heads().get(index))
                                    .toList();
            if (heads.size() > 1
                    && asked.add(heads.stream().map(SourceCell::key).collect(Collectors.toSet()))) {
                tables.problems()
                        .add(
                                "progress",
                                ProblemCode.COLUMNS_JOINED,
                                null,
                                heads.get(1).position(),
                                heads.get(0).joined(),
                                heads.get(1).joined());
            }
        }
        boolean alone = byHead.size() == 1 && byHead.values().stream().allMatch(Counts::areVerdicts);
        return !alone
                ? tables
                : new HeadedTables(
                        tables.above(),
                        tables.tables().stream()
                                .map(ProgressColumns::withVerdicts)
                                .toList(),
                        tables.names(),
                        tables.problems());
    }

    private static HeadedTable withVerdicts(HeadedTable table) {
        Header header = table.header();
        return indices(header).isEmpty() || OF_VERDICTS.stream().anyMatch(header.columns()::containsKey)
                ? table
                : new HeadedTable(header.reading(Column.VERDICT, indices(header).get(0)), table.body());
    }

    private void count(HeadedTable table, HeaderNames names) {
        Header header = table.header();
        for (int index : indices(header)) {
            SourceCell head = header.heads().get(index);
            if (!names.isSaid(head.text())) {
                List<SourceCell> written = table.body().stream()
                        .map(row -> header.at(row, index))
                        .filter(cell -> !cell.addsNothing())
                        .toList();
                int verdicts =
                        (int) written.stream().filter(VerdictCells::isVerdict).count();
                byHead.merge(head.key(), new Counts(written.size(), verdicts), Counts::and);
            }
        }
    }

    private static List<Integer> indices(Header header) {
        return header.columns().getOrDefault(Column.PROGRESS, List.of());
    }
}
