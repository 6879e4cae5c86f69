package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;
import org.supervision.reporting.EvidenceRecords.Place;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.shared.Slice;

/**
 * Reads inspections: office and city leaders all of their government, the lead unit what was found of its key tasks, leaders
 * of partner units too (domain: who may do what).
 */
@Repository
public class InspectionViews {

    private static final String FROM =
            """
            from inspection i
            join key_task k on k.id = i.key_task_id
            join org_unit u on u.code = k.lead_unit
            left join reporting_cycle c on c.id = i.cycle_id
            left join reporting_round r on r.id = c.round_id
            where i.government = :government
              and (:all or i.found_at is not null
                   and (k.lead_unit = :ownUnit or c.lead_unit = :ownUnit
                        or :leader and exists (
                            select from supporting_unit s where s.key_task = k.id and s.unit = :ownUnit)))
            """;

    private static final String FILTER =
            """
             and (:state::text is null or i.state = :state)
             and (:agreement::text is null or i.agreement = :agreement)
             and (:keyTask::text is null or i.key_task_id = :keyTask)
             and (:cycle::text is null or i.cycle_id = :cycle)
             and (:unit::text is null or k.lead_unit = :unit)
            """;

    private static final String COLUMNS =
            """
            select i.*, k.number as key_task_number, k.goal, k.lead_unit, u.name as lead_unit_name, r.year, r.quarter,
                (select count(*) from evidence e where e.inspection_id = i.id) as photographs
            """;

    private final JdbcClient jdbc;
    private final EvidenceRecords evidence;

    InspectionViews(JdbcClient jdbc, EvidenceRecords evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /** The latest planned first. */
    public Slice<InspectionView> list(InspectionFilter filter, CurrentUser reader, int page, int size) {
        List<InspectionView> items = filtered(
                        COLUMNS + FROM + FILTER + " order by i.planned_on desc, i.id limit :size offset :skip",
                        filter,
                        reader)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = filtered("select count(*) " + FROM + FILTER, filter, reader)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    /** Of one key task or cycle, all there are within reason. */
    public List<InspectionView> all(InspectionFilter filter, CurrentUser reader) {
        return list(filter, reader, 0, 100).items();
    }

    /**
     * With its photographs.
     *
     * @throws DomainException not found, also where the reader may not know that it exists
     */
    public InspectionView get(String id, CurrentUser reader) {
        return visible(COLUMNS + FROM + " and i.id = :id", reader)
                .param("id", id)
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(id))
                .with(evidence.drafted(Place.ofInspection(id)));
    }

    /** Those of the cycles whose report was found wrong, wholly or in part. */
    public Set<String> contradicted(Collection<String> cycles) {
        return cycles.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                """
                                select distinct cycle_id from inspection
                                where cycle_id = any(?) and agreement in ('PARTLY', 'CONTRADICTS')
                                  and decision is distinct from 'REJECT'""")
                        .param(cycles.toArray(String[]::new))
                        .query(String.class)
                        .set();
    }

    private JdbcClient.StatementSpec filtered(String sql, InspectionFilter filter, CurrentUser reader) {
        return visible(sql, reader)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param(
                        "agreement",
                        filter.agreement() == null ? null : filter.agreement().name())
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
                .param("leader", reader.is(Role.UNIT_LEADER))
                .param("ownUnit", reader.unit());
    }

    private static InspectionView view(ResultSet row) throws SQLException {
        return new InspectionView(
                row.getString("id"),
                row.getString("key_task_id"),
                row.getInt("key_task_number"),
                row.getString("goal"),
                row.getString("lead_unit"),
                row.getString("lead_unit_name"),
                row.getString("cycle_id"),
                row.getString("cycle_id") == null ? null : new Quarter(row.getInt("year"), row.getInt("quarter")),
                InspectionState.valueOf(row.getString("state")),
                row.getString("place"),
                row.getObject("planned_on", LocalDate.class),
                row.getString("planned_by_name"),
                row.getTimestamp("planned_at").toInstant(),
                CycleReports.value(FindingAgreement.class, row.getString("agreement")),
                row.getString("finding"),
                row.getObject("seen_on", LocalDate.class),
                row.getString("found_by_name"),
                CycleReports.instant(row, "found_at"),
                row.getObject("report_version", Integer.class),
                row.getBoolean("contradicts_approved"),
                CycleReports.value(InspectionDecision.class, row.getString("decision")),
                row.getString("decision_reason"),
                row.getString("decided_by_name"),
                CycleReports.instant(row, "decided_at"),
                row.getString("cancel_reason"),
                row.getString("cancelled_by_name"),
                CycleReports.instant(row, "cancelled_at"),
                row.getInt("photographs"),
                List.of());
    }
}
