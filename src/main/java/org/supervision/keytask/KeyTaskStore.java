package org.supervision.keytask;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.Quarter;
import org.supervision.shared.Slice;
import org.supervision.shared.SortColumns;

/** Key tasks in the database; a list of any length is read with four statements. */
@Repository
class KeyTaskStore {

    private static final String SELECT =
            """
            select k.id, k.government, k.year, k.number, k.goal, k.lead_unit, k.section, k.supervision_phone, k.source,
                   k.version
            from key_task k
            """;

    private static final String SEARCH =
            """
            where k.government = :government
              and (:year::int is null or k.year = :year)
              and (:visibleToUnit::text is null
                   or k.lead_unit = :visibleToUnit
                   or exists (select from supporting_unit s where s.key_task = k.id and s.unit = :visibleToUnit))
              and (:unit::text is null
                   or k.lead_unit = :unit
                   or exists (select from supporting_unit s where s.key_task = k.id and s.unit = :unit))
              and (:among::text[] is null or k.id = any(:among))
              and (:text::text is null
                   or k.number::text = :text
                   or position(:text in k.goal) > 0
                   or exists (select from org_unit u where u.code = k.lead_unit and position(:text in u.name) > 0)
                   or exists (select from supporting_unit s where s.key_task = k.id and position(:text in s.text) > 0))
            """;

    private static final SortColumns SORT = new SortColumns(
            Map.of("year", "k.year", "number", "k.number", "leadUnit", "k.lead_unit"), "k.year desc, k.number");

    /** A row of {@code key_task}. */
    private record Row(
            String id,
            String government,
            int year,
            int number,
            String goal,
            String leadUnit,
            @Nullable String section,
            @Nullable String supervisionPhone,
            KeyTaskSource source,
            int version) {}

    private record PartnerRow(String keyTask, int position, String text, @Nullable String unit) {}

    private record MilestoneRow(String keyTask, int quarter, String text) {}

    private record StepRow(String keyTask, int quarter, String text) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    KeyTaskStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<KeyTask> find(String id) {
        return one(SELECT + "where k.id = ?", id);
    }

    /** Reads those that are stored, by id, and keeps other writers out until the transaction ends. */
    Map<String, KeyTask> lock(List<String> ids) {
        return keyTasks(jdbc.sql(SELECT + "where k.id = any(?) order by k.id for no key update")
                        .param(ids.toArray(String[]::new))
                        .query(Row.class)
                        .list())
                .stream()
                .collect(toMap(KeyTask::id, identity()));
    }

    List<KeyTask> of(String government, int year) {
        return keyTasks(jdbc.sql(SELECT + "where k.government = ? and k.year = ? order by k.number")
                .params(government, year)
                .query(Row.class)
                .list());
    }

    List<KeyTask> dueIn(String government, Quarter quarter) {
        return keyTasks(jdbc.sql(
                        SELECT
                                + """
                                where k.government = :government and k.year = :year
                                  and (exists (select from milestone m where m.key_task = k.id and m.quarter = :quarter)
                                       or not exists (select from milestone m where m.key_task = k.id))
                                order by k.number
                                """)
                .param("government", government)
                .param("year", quarter.year())
                .param("quarter", quarter.number())
                .query(Row.class)
                .list());
    }

    List<Integer> years(String government) {
        return jdbc.sql("select distinct year from key_task where government = ? order by year desc")
                .param(government)
                .query(Integer.class)
                .list();
    }

    Slice<KeyTask> search(KeyTaskQuery query) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("government", query.government());
        parameters.put("year", query.year());
        parameters.put("visibleToUnit", query.visibleToUnit());
        parameters.put("unit", query.unit());
        parameters.put(
                "text",
                query.text() == null || query.text().isBlank()
                        ? null
                        : query.text().strip());
        parameters.put("among", query.among() == null ? null : query.among().toArray(String[]::new));
        parameters.put("size", query.size());
        parameters.put("offset", (long) query.page() * query.size());
        long total = jdbc.sql("select count(*) from key_task k " + SEARCH)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(SELECT + SEARCH + SORT.orderBy(query.sort()) + "limit :size offset :offset")
                .params(parameters)
                .query(Row.class)
                .list();
        return new Slice<>(keyTasks(rows), query.page(), query.size(), total);
    }

    /** Stores new ones; empty, or the first whose number somebody else has just taken. */
    Optional<KeyTask> insert(List<KeyTask> keyTasks, LocalDate today) {
        int[] inserted = batches.batchUpdate(
                """
                insert into key_task
                    (id, government, year, number, goal, lead_unit, section, supervision_phone, source, assigned_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                keyTasks.stream()
                        .map(keyTask -> new @Nullable Object[] {
                            keyTask.id(),
                            keyTask.government(),
                            keyTask.year(),
                            keyTask.number(),
                            keyTask.goal(),
                            keyTask.leadUnit(),
                            keyTask.section(),
                            keyTask.supervisionPhone(),
                            keyTask.source().name(),
                            today
                        })
                        .toList());
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                return Optional.of(keyTasks.get(i));
            }
        }
        insertParts(keyTasks);
        return Optional.empty();
    }

    void update(KeyTask keyTask, LocalDate today) {
        jdbc.sql(
                        """
                        update key_task
                        set goal = :goal, section = :section, supervision_phone = :phone, source = :source,
                            assigned_on = case when lead_unit = :leadUnit then assigned_on else :today end,
                            lead_unit = :leadUnit, version = version + 1
                        where id = :id
                        """)
                .param("goal", keyTask.goal())
                .param("section", keyTask.section())
                .param("phone", keyTask.supervisionPhone())
                .param("source", keyTask.source().name())
                .param("leadUnit", keyTask.leadUnit())
                .param("today", today)
                .param("id", keyTask.id())
                .update();
        for (String part : List.of("supporting_unit", "action_step", "milestone")) {
            jdbc.sql("delete from " + part + " where key_task = ?")
                    .param(keyTask.id())
                    .update();
        }
        insertParts(List.of(keyTask));
    }

    private void insertParts(List<KeyTask> keyTasks) {
        List<@Nullable Object[]> partners = new ArrayList<>();
        List<Object[]> milestones = new ArrayList<>();
        List<Object[]> steps = new ArrayList<>();
        for (KeyTask keyTask : keyTasks) {
            collectPartners(keyTask, partners);
            for (Milestone milestone : keyTask.milestones()) {
                milestones.add(new Object[] {keyTask.id(), milestone.quarter(), milestone.text()});
                int position = 0;
                for (String step : milestone.actionSteps()) {
                    steps.add(new Object[] {keyTask.id(), milestone.quarter(), position++, step});
                }
            }
        }
        batches.batchUpdate(
                "insert into supporting_unit (key_task, position, member, text, unit) values (?, ?, ?, ?, ?)",
                partners);
        batches.batchUpdate("insert into milestone (key_task, quarter, text) values (?, ?, ?)", milestones);
        batches.batchUpdate("insert into action_step (key_task, quarter, position, text) values (?, ?, ?, ?)", steps);
    }

    private static void collectPartners(KeyTask keyTask, List<@Nullable Object[]> partners) {
        for (int position = 0; position < keyTask.supportingUnits().size(); position++) {
            SupportingUnit partner = keyTask.supportingUnits().get(position);
            int member = 0;
            for (String unit : partner.unitCodes()) {
                partners.add(new Object[] {keyTask.id(), position, member++, partner.text(), unit});
            }
            if (member == 0) {
                partners.add(new @Nullable Object[] {keyTask.id(), position, member, partner.text(), null});
            }
        }
    }

    private Optional<KeyTask> one(String sql, String id) {
        return keyTasks(jdbc.sql(sql).param(id).query(Row.class).list()).stream()
                .findFirst();
    }

    private List<KeyTask> keyTasks(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String[] ids = rows.stream().map(Row::id).toArray(String[]::new);
        Map<String, Map<Integer, List<PartnerRow>>> partners = jdbc
                .sql(
                        """
                        select key_task, position, text, unit from supporting_unit
                        where key_task = any(?) order by position, member
                        """)
                .param(ids)
                .query(PartnerRow.class)
                .list()
                .stream()
                .collect(groupingBy(
                        PartnerRow::keyTask, groupingBy(PartnerRow::position, LinkedHashMap::new, toList())));
        Map<String, Map<Integer, List<String>>> steps = jdbc
                .sql(
                        """
                        select key_task, quarter, text from action_step
                        where key_task = any(?) order by quarter, position
                        """)
                .param(ids)
                .query(StepRow.class)
                .list()
                .stream()
                .collect(groupingBy(StepRow::keyTask, groupingBy(StepRow::quarter, mapping(StepRow::text, toList()))));
        Map<String, List<Milestone>> milestones = jdbc
                .sql("select key_task, quarter, text from milestone where key_task = any(?) order by quarter")
                .param(ids)
                .query(MilestoneRow.class)
                .list()
                .stream()
                .collect(groupingBy(
                        MilestoneRow::keyTask,
                        mapping(
                                row -> new Milestone(
                                        row.quarter(),
                                        row.text(),
                                        steps.getOrDefault(row.keyTask(), Map.of())
                                                .getOrDefault(row.quarter(), List.of())),
                                toList())));
        return rows.stream()
                .map(row -> new KeyTask(
                        row.id(),
                        row.government(),
                        row.year(),
                        row.number(),
                        row.goal(),
                        row.leadUnit(),
                        partners.getOrDefault(row.id(), Map.of()).values().stream()
                                .map(KeyTaskStore::partner)
                                .toList(),
                        row.section(),
                        row.supervisionPhone(),
                        row.source(),
                        milestones.getOrDefault(row.id(), List.of()),
                        row.version()))
                .toList();
    }

    private static SupportingUnit partner(List<PartnerRow> members) {
        return new SupportingUnit(
                members.get(0).text(),
                members.stream().map(PartnerRow::unit).filter(Objects::nonNull).toList());
    }
}
