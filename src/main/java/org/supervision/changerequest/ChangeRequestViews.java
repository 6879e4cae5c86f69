package org.supervision.changerequest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** The register of requests, narrowed to the reader's government and, for units, to their own. */
@Repository
public class ChangeRequestViews {

    private static final String FROM =
            """
            from change_request r
            join key_task k on k.id = r.key_task_id
            join org_unit u on u.code = r.unit
            where r.government = :government and (:all or r.unit = :ownUnit)
            """;

    private static final String FILTER =
            """
             and (:kind::text is null or r.kind = :kind)
             and (:state::text is null or r.state = :state)
             and (:keyTask::text is null or r.key_task_id = :keyTask)
             and (:cycle::text is null or r.cycle_id = :cycle)
             and (:unit::text is null or r.unit = :unit)
            """;

    private static final String COLUMNS = "select r.*, k.number, k.goal, u.name as unit_name ";

    /** A row that still lacks its decisions. */
    private record Row(ChangeRequest request, int number, String goal, String unitName) {}

    private final JdbcClient jdbc;
    private final ChangeRequestStore store;
    private final ChangeWords words;

    ChangeRequestViews(JdbcClient jdbc, ChangeRequestStore store, ChangeWords words) {
        this.jdbc = jdbc;
        this.store = store;
        this.words = words;
    }

    /** Newest first. */
    public Slice<ChangeRequestView> list(ChangeRequestFilter filter, CurrentUser reader, int page, int size) {
        List<Row> rows = filtered(
                        COLUMNS + FROM + FILTER + " order by r.asked_at desc, r.id limit :size offset :skip",
                        filter,
                        reader)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> row(row))
                .list();
        long total = filtered("select count(*) " + FROM + FILTER, filter, reader)
                .query(Long.class)
                .single();
        return new Slice<>(views(rows), page, size, total);
    }

    /** @throws DomainException not found, also where the reader may not know that it exists */
    public ChangeRequestView get(String id, CurrentUser reader) {
        List<Row> rows = visible(COLUMNS + FROM + " and r.id = :id", reader)
                .param("id", id)
                .query((row, n) -> row(row))
                .list();
        return views(rows).stream().findFirst().orElseThrow(() -> DomainException.notFound(id));
    }

    private List<ChangeRequestView> views(List<Row> rows) {
        Map<String, List<ChangeDecision>> decisions =
                store.decisions(rows.stream().map(row -> row.request().id()).toList());
        return rows.stream()
                .map(row -> view(row, decisions.getOrDefault(row.request().id(), List.of())))
                .toList();
    }

    private ChangeRequestView view(Row row, List<ChangeDecision> decisions) {
        ChangeRequest request = row.request();
        return new ChangeRequestView(
                request.id(),
                request.kind(),
                request.state(),
                request.keyTaskId(),
                row.number(),
                row.goal(),
                request.cycleId(),
                request.unit(),
                row.unitName(),
                request.field(),
                request.before(),
                words.value(request.field(), request.before()),
                request.after(),
                String.valueOf(words.value(request.field(), request.after())),
                request.kind() == ChangeKind.EXTENSION ? words.workingDays(request) : null,
                request.reason(),
                request.progress(),
                request.askedAs(),
                request.askedByName(),
                request.askedAt(),
                request.cityLeaderAsked(),
                request.endedAt(),
                request.resumedAt(),
                decisions);
    }

    private JdbcClient.StatementSpec filtered(String sql, ChangeRequestFilter filter, CurrentUser reader) {
        return visible(sql, reader)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("keyTask", filter.keyTask())
                .param("cycle", filter.cycle())
                .param("unit", filter.unit());
    }

    private JdbcClient.StatementSpec visible(String sql, CurrentUser reader) {
        boolean all = reader.readsWholeGovernment();
        if (!all && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
        return jdbc.sql(sql)
                .param("government", reader.requiredGovernment())
                .param("all", all)
                .param("ownUnit", reader.unit());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                ChangeRequestStore.request(row),
                row.getInt("number"),
                row.getString("goal"),
                row.getString("unit_name"));
    }
}
