package org.supervision.workflow;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Slice;

/** Reads waiting work items from the engine's tables in one query, and keeps the record of completed ones. */
@Component
class WorkItemStore {

    private static final String EVERYBODYS =
            """
            select t.id_, t.task_def_key_, t.proc_def_id_, d.key_ as process, e.business_key_, t.tenant_id_,
                   t.create_time_, t.due_date_,
                   (select w.saved_at from work_item_draft w where w.work_item_id = t.id_) as draft_saved_at,
                   (select array_agg(l.group_id_ order by l.group_id_) from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as candidates
              from act_ru_task t
              join act_re_procdef d on d.id_ = t.proc_def_id_
              join act_ru_execution e on e.id_ = t.proc_inst_id_
             where t.suspension_state_ = 1
            """;

    private static final String WAITING = EVERYBODYS
            + """
               and exists (select 1 from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ in (:groups))
            """;

    private final JdbcClient jdbc;
    private final Forms forms;

    WorkItemStore(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    Slice<Waiting> waiting(Set<String> groups, int page, int size) {
        if (groups.isEmpty()) {
            return new Slice<>(List.of(), page, size, 0);
        }
        List<Waiting> items = jdbc.sql(
                        WAITING + " order by t.due_date_ nulls last, t.create_time_, t.id_ limit :size offset :skip")
                .param("groups", groups)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, index) -> waiting(row))
                .list();
        long total = jdbc.sql("select count(*) from (" + WAITING + ") as mine")
                .param("groups", groups)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    List<Waiting> waiting(Set<String> ids, Set<String> groups) {
        return ids.isEmpty() || groups.isEmpty()
                ? List.of()
                : jdbc.sql(WAITING + " and t.id_ in (:ids)")
                        .param("groups", groups)
                        .param("ids", ids)
                        .query((row, index) -> waiting(row))
                        .list();
    }

    List<Waiting> of(String businessKey, Set<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : jdbc.sql(WAITING + " and e.business_key_ = :businessKey")
                        .param("groups", groups)
                        .param("businessKey", businessKey)
                        .query((row, index) -> waiting(row))
                        .list();
    }

    /** Whether it would wait for the groups if its process were not suspended. */
    boolean standsStill(String id, Set<String> groups) {
        return !groups.isEmpty()
                && jdbc.sql(
                                """
                                select exists (select from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                                 where t.id_ = :id and t.suspension_state_ = 2 and l.type_ = 'candidate'
                                   and l.group_id_ in (:groups))""")
                        .param("id", id)
                        .param("groups", groups)
                        .query(Boolean.class)
                        .single();
    }

    /** Whoever may complete them. */
    List<Waiting> ofGovernment(String businessKey, String government) {
        return jdbc.sql(EVERYBODYS + " and e.business_key_ = :businessKey and t.tenant_id_ = :government")
                .param("businessKey", businessKey)
                .param("government", government)
                .query((row, index) -> waiting(row))
                .list();
    }

    /** Of every government. */
    List<WorkItem> ofProcess(String process) {
        return jdbc.sql(EVERYBODYS + " and d.key_ = :process")
                .param("process", process)
                .query((row, index) -> waiting(row).item())
                .list();
    }

    Optional<Waiting> findInGovernment(String id, String government) {
        return jdbc.sql(EVERYBODYS + " and t.id_ = :id and t.tenant_id_ = :government")
                .param("id", id)
                .param("government", government)
                .query((row, index) -> waiting(row))
                .optional();
    }

    /** @param since by government; others are left out */
    List<WorkItem> begunOrDue(Map<String, Instant> since, Instant dueUntil) {
        List<Map.Entry<String, Instant>> entries = List.copyOf(since.entrySet());
        return jdbc.sql(
                        EVERYBODYS
                                + """
                           and exists (
                               select from unnest(:governments::text[], :sinces::text[]::timestamptz[])
                                   as told (government, until)
                               where told.government = t.tenant_id_
                                 and (t.create_time_ > told.until or t.due_date_ > told.until and t.due_date_ <= :dueUntil))
                        """)
                .param("governments", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "sinces",
                        entries.stream()
                                .map(entry -> entry.getValue().toString())
                                .toArray(String[]::new))
                .param("dueUntil", Timestamp.from(dueUntil))
                .query((row, index) -> waiting(row).item())
                .list();
    }

    Optional<Waiting> find(String id, Set<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : jdbc.sql(WAITING + " and t.id_ = :id")
                        .param("groups", groups)
                        .param("id", id)
                        .query((row, index) -> waiting(row))
                        .optional();
    }

    /**
     * A waiting work item with its form.
     *
     * @param draftSavedAt {@code null} while there is no draft
     */
    record Waiting(WorkItem item, FormSchema form, @Nullable Instant draftSavedAt) {}

    private Waiting waiting(ResultSet row) throws SQLException {
        String step = row.getString("task_def_key_");
        FormSchema form = forms.ofStep(row.getString("proc_def_id_"), step);
        Timestamp dueAt = row.getTimestamp("due_date_");
        WorkItem item = new WorkItem(
                row.getString("id_"),
                form.key(),
                forms.label(row.getString("proc_def_id_"), step),
                row.getString("process"),
                step,
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                groupPaths(row.getArray("candidates")),
                row.getTimestamp("create_time_").toInstant(),
                dueAt == null ? null : dueAt.toInstant());
        Timestamp draftSavedAt = row.getTimestamp("draft_saved_at");
        return new Waiting(item, form, draftSavedAt == null ? null : draftSavedAt.toInstant());
    }

    private static List<GroupPath> groupPaths(@Nullable Array candidates) throws SQLException {
        return candidates == null
                ? List.of()
                : Arrays.stream((String[]) candidates.getArray())
                        .flatMap(path -> GroupPath.parse(path).stream())
                        .toList();
    }

    /** False if somebody else has completed it; waits for another one's completion that is under way. */
    boolean recordCompletion(CompletedWorkItem done) {
        int recorded = jdbc.sql(
                        """
                        insert into completed_work_item (id, kind, name, process, step, business_key, government,
                                                         candidates, completed_by, completed_by_name, completed_at,
                                                         unit, time_asked)
                        values (:id, :kind, :name, :process, :step, :businessKey, :government,
                                :candidates, :completedBy, :completedByName, :completedAt,
                                :unit, 1 + (select count(*) from completed_work_item
                                             where business_key = :businessKey and step = :step and unit = :unit))
                        on conflict do nothing
                        """)
                .param("id", done.id())
                .param("kind", done.kind())
                .param("name", done.name())
                .param("process", done.process())
                .param("step", done.step())
                .param("businessKey", done.businessKey())
                .param("government", done.government())
                .param("candidates", done.candidates().toArray(String[]::new))
                .param("completedBy", done.completedBy())
                .param("completedByName", done.completedByName())
                .param("completedAt", at(done.completedAt()))
                .param("unit", done.unit())
                .update();
        return recorded == 1;
    }

    Optional<CompletedWorkItem> completed(String id) {
        return jdbc.sql("select * from completed_work_item where id = :id")
                .param("id", id)
                .query((row, index) -> CompletedWorkItem.of(row))
                .optional();
    }

    /** What somebody is told whose work item has vanished while they were completing it. */
    DomainException lostRace(String id) {
        return completed(id)
                .map(CompletedWorkItem::lostRace)
                .orElseGet(() -> new DomainException(Kind.CONFLICT, "workflow.work-item.ended"));
    }

    Slice<CompletedWorkItem> completedBy(String username, int page, int size) {
        List<CompletedWorkItem> items = jdbc.sql(
                        """
                        select * from completed_work_item where completed_by = :username
                         order by completed_at desc, id limit :size offset :skip
                        """)
                .param("username", username)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, index) -> CompletedWorkItem.of(row))
                .list();
        long total = jdbc.sql("select count(*) from completed_work_item where completed_by = :username")
                .param("username", username)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
