package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.bench.Figures;
import org.supervision.identity.OrgUnits;

/**
 * A draft of 10,000 key tasks with the results of a quarter is confirmed, in one transaction with all duties on; beside
 * it a plain batched insert, in one transaction, of the very rows that confirming has stored, into tables of the same make.
 * Nothing here judges a time; what fails is a row that is missing.
 */
@ApplicationTest
@DirtiesContext
class TableConfirmBenchmark {

    private static final int ROUNDS = Integer.getInteger("supervision.bench.confirmations", 5);
    private static final int WARM_UP = 1;

    /** What confirming writes, and how the rows of a government are told from others. */
    private static final Map<String, String> STORED = new LinkedHashMap<>();

    static {
        STORED.put("key_task", "government = ?");
        for (String part : List.of("supporting_unit", "milestone", "action_step", "indicator_proposal")) {
            STORED.put(part, "key_task in (select id from key_task where government = ?)");
        }
        STORED.put("reporting_round", "government = ?");
        STORED.put("reporting_cycle", "government = ?");
        STORED.put("progress_report", "cycle_id in (select id from reporting_cycle where government = ?)");
        STORED.put("audit_entry", "government = ?");
    }

    @Autowired
    private ImportDesk desk;

    @Autowired
    private OrgUnits units;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void confirmsBesideAPlainInsertOfTheSameRows() throws IOException {
        STORED.keySet()
                .forEach(
                        table -> jdbc.execute("create table bench_%s (like %s including all)".formatted(table, table)));
        byte[] file = LargeLedger.results(TableReadBenchmark.TASKS);
        Map<String, List<Double>> seconds = new TreeMap<>();
        List<Double> ratios = new ArrayList<>();
        long rows = 0;
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
            String government = found();
            ImportPreview draft = desk.uploadBytes(government, file, null, null);
            long start = System.nanoTime();
            Confirmation confirmation = desk.confirm(draft);
            double ours = (System.nanoTime() - start) / 1e9;
            assertThat(confirmation.created()).isEqualTo(TableReadBenchmark.TASKS);
            Map<String, List<Object[]>> stored = stored(government);
            rows = stored.values().stream().mapToInt(List::size).sum();
            double plain = insert(stored);
            if (round >= WARM_UP) {
                seconds.computeIfAbsent("ours", any -> new ArrayList<>()).add(ours);
                seconds.computeIfAbsent("plain-insert", any -> new ArrayList<>())
                        .add(plain);
                ratios.add(ours / plain);
            }
        }
        Figures figures = new Figures();
        seconds.forEach((who, taken) -> figures.addSpread("table-confirm.seconds." + who, taken, "s"));
        figures.addSpread("table-confirm.ratio.ours-to-plain-insert", ratios, "ratio");
        figures.add("table-confirm.tasks", TableReadBenchmark.TASKS, "tasks");
        figures.add("table-confirm.rows", rows, "rows");
        figures.publish("table-confirm", Map.of("rounds", ROUNDS));
    }

    private String found() {
        String government = desk.foundGovernment();
        transaction.executeWithoutResult(status -> LargeLedger.UNITS.forEach(unit -> units.create(government, unit)));
        new JdbcTemplate(postgres.getPostgresDatabase()).update("vacuum analyze");
        return government;
    }

    private Map<String, List<Object[]>> stored(String government) {
        Map<String, List<Object[]>> stored = new LinkedHashMap<>();
        STORED.forEach((table, condition) -> stored.put(
                table,
                jdbc.query(
                        "select %s from %s where %s".formatted(String.join(", ", columns(table)), table, condition),
                        (row, number) -> {
                            Object[] values = new Object[columns(table).size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = row.getObject(i + 1);
                            }
                            return values;
                        },
                        government)));
        return stored;
    }

    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    private List<String> columns(String table) {
        return columns.computeIfAbsent(
                table,
                any -> jdbc.queryForList(
                        """
                        select column_name from information_schema.columns
                        where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'
                          and is_identity = 'NO'
                        order by ordinal_position""",
                        String.class,
                        table));
    }

    private double insert(Map<String, List<Object[]>> rows) {
        long start = System.nanoTime();
        transaction.executeWithoutResult(status -> rows.forEach((table, values) -> jdbc.batchUpdate(
                "insert into bench_%s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", columns(table)),
                                IntStream.range(0, columns(table).size())
                                        .mapToObj(i -> "?")
                                        .collect(Collectors.joining(", "))),
                values)));
        return (System.nanoTime() - start) / 1e9;
    }
}
