package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;
import org.supervision.shared.Slice;

/** Reads cycles for lists and pages, always narrowed to what the reader may see (domain: who may do what). */
@Repository
public class CycleViews {

    private static final String FROM =
            """
             from reporting_cycle c
             left join progress_report p on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
            """;

    private static final String SELECT =
            """
            select c.*, k.goal, u.name as lead_unit_name, p.verdict as unit_verdict, %s as lamp,
                c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING') and c.report_due_at < :now as overdue
            %s
            join key_task k on k.id = c.key_task_id
            join org_unit u on u.code = c.lead_unit
            """
                    .formatted(LampSql.OF_CYCLE, FROM);

    private static final String VISIBLE =
            """
             where c.government = :government
               and (:all or c.lead_unit = :ownUnit
                    or exists (select from partner_part q where q.cycle_id = c.id and q.unit = :ownUnit))
            """;

    private static final String FILTER =
            """
               and (:round::text is null or c.round_id = :round)
               and (:keyTask::text is null or c.key_task_id = :keyTask)
               and (:state::text is null or c.state = :state)
               and (:unit::text is null or c.lead_unit = :unit)
               and (:overdue::boolean is null
                    or (c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING') and c.report_due_at < :now) = :overdue)
               and (:standing::text is null or %s = :standing)
               and (:lamp::text is null or %s = :lamp)
            """
                    .formatted(CycleStanding.SQL, LampSql.OF_CYCLE);

    private static final int MOST_IN_CHARGE = 8_000;

    /** It has at most four a year. */
    private static final int MOST_OF_KEY_TASK = 50;

    private final JdbcClient jdbc;
    private final CycleReports reports;
    private final CycleSlips slips;
    private final Clock clock;

    CycleViews(JdbcClient jdbc, CycleReports reports, CycleSlips slips, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.slips = slips;
        this.clock = clock;
    }

    /** Newest round first, then by number. */
    public Slice<CycleView> list(CycleFilter filter, CurrentUser reader, int page, int size) {
        List<CycleView> items = filtered(
                        SELECT + VISIBLE + FILTER + " order by c.round_id desc, c.number limit :size offset :skip",
                        filter,
                        reader)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = filtered("select count(*)" + FROM + VISIBLE + FILTER, filter, reader)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    /** Not reported and due up to an instant from now on, the first first. */
    public List<CycleView> dueUntil(Instant until, CurrentUser reader) {
        return visible(
                        SELECT + VISIBLE + " and c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING')"
                                + " and c.report_due_at >= :now and c.report_due_at <= :until"
                                + " order by c.report_due_at, c.number limit 500",
                        reader)
                .param("until", Timestamp.from(until))
                .query((row, n) -> view(row))
                .list();
    }

    /**
     * Cycles of rounds whose key tasks a city leader is in charge of, newest round first.
     *
     * @param leader account; {@code null}: those nobody is named for
     */
    public List<CycleView> inCharge(@Nullable String leader, Collection<String> rounds, CurrentUser reader) {
        return visible(
                        SELECT + VISIBLE + " and c.round_id = any(:rounds)"
                                + " and k.leader_in_charge is not distinct from :leader::text"
                                + " order by c.round_id desc, c.number limit " + MOST_IN_CHARGE,
                        reader)
                .param("rounds", rounds.toArray(String[]::new))
                .param("leader", leader)
                .query((row, n) -> view(row))
                .list();
    }

    /** The cycles of a page of work items, by id; those the reader may not see are absent. */
    public Map<String, CycleView> byIds(Collection<String> ids, CurrentUser reader) {
        return ids.isEmpty()
                ? Map.of()
                : visible(SELECT + VISIBLE + " and c.id in (:ids)", reader)
                        .param("ids", ids)
                        .query((row, n) -> view(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(CycleView::id, cycle -> cycle));
    }

    /** How far a round is. */
    public RoundProgress progress(String roundId, CurrentUser reader) {
        Map<CycleStanding, Long> counts = new EnumMap<>(CycleStanding.class);
        visible(
                        "select " + CycleStanding.SQL + " as standing, count(*) from reporting_cycle c" + VISIBLE
                                + " and c.round_id = :round group by 1",
                        reader)
                .param("round", roundId)
                .query(row -> {
                    counts.put(CycleStanding.valueOf(row.getString(1)), row.getLong(2));
                });
        return new RoundProgress(counts);
    }

    /** @throws DomainException not found, also where the reader may not know that it exists */
    public CycleView get(String cycleId, CurrentUser reader) {
        return visible(SELECT + VISIBLE + " and c.id = :id", reader)
                .param("id", cycleId)
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(cycleId));
    }

    /** The cycle with its parts, versions, reviews and slips. */
    public CycleDetail detail(String cycleId, CurrentUser reader) {
        return details(List.of(get(cycleId, reader)), reader).get(0);
    }

    /** The cycles of a key task, newest round first, with a fixed number of statements; those the reader may not see are absent. */
    public List<CycleDetail> detailsOfKeyTask(String keyTaskId, CurrentUser reader) {
        return details(
                list(CycleFilter.ofKeyTask(keyTaskId), reader, 0, MOST_OF_KEY_TASK)
                        .items(),
                reader);
    }

    private List<CycleDetail> details(List<CycleView> seen, CurrentUser reader) {
        List<String> ids = seen.stream().map(CycleView::id).toList();
        List<String> whole = seen.stream()
                .filter(cycle -> readsReports(cycle, reader))
                .map(CycleView::id)
                .toList();
        Map<String, List<PartnerPart>> parts = reports.parts(ids);
        Map<String, List<ReportVersion>> versions = reports.versions(whole);
        Map<String, List<CycleSlips.Slip>> about = slips.of(whole);
        return seen.stream()
                .map(cycle -> new CycleDetail(
                        cycle,
                        parts.getOrDefault(cycle.id(), List.of()).stream()
                                .filter(part -> whole.contains(cycle.id()) || reader.isOfUnit(part.unit()))
                                .toList(),
                        versions.getOrDefault(cycle.id(), List.of()).stream()
                                .filter(version -> version.undoneAt() == null || reader.isOfUnit(cycle.leadUnit()))
                                .toList(),
                        about.getOrDefault(cycle.id(), List.of())))
                .toList();
    }

    /** A partner's liaison reads the own part only. */
    private static boolean readsReports(CycleView cycle, CurrentUser reader) {
        return reader.readsWholeGovernment() || reader.isOfUnit(cycle.leadUnit()) || reader.is(Role.UNIT_LEADER);
    }

    private JdbcClient.StatementSpec filtered(String sql, CycleFilter filter, CurrentUser reader) {
        return visible(sql, reader)
                .param("round", filter.round())
                .param("keyTask", filter.keyTask())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("unit", filter.unit())
                .param("overdue", filter.overdue())
                .param(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .param("lamp", filter.lamp() == null ? null : filter.lamp().name());
    }

    private JdbcClient.StatementSpec visible(String sql, CurrentUser reader) {
        if (!reader.readsWholeGovernment() && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("government", reader.requiredGovernment())
                .param("all", reader.readsWholeGovernment())
                .param("ownUnit", reader.unit());
    }

    private static CycleView view(ResultSet row) throws SQLException {
        CycleState state = CycleState.valueOf(row.getString("state"));
        return new CycleView(
                row.getString("id"),
                row.getString("round_id"),
                row.getString("key_task_id"),
                row.getInt("number"),
                row.getString("goal"),
                row.getString("lead_unit"),
                row.getString("lead_unit_name"),
                state,
                row.getBoolean("returned"),
                CycleReports.value(CycleOutcome.class, row.getString("outcome")),
                CycleReports.value(Verdict.class, row.getString("unit_verdict")),
                CycleReports.value(Verdict.class, row.getString("office_verdict")),
                Lamp.valueOf(row.getString("lamp")),
                row.getTimestamp("report_due_at").toInstant(),
                dueAt(state, row),
                row.getBoolean("overdue"),
                row.getInt("report_version"),
                CycleReports.instant(row, "closed_at"));
    }

    private static @Nullable Instant dueAt(CycleState state, ResultSet row) throws SQLException {
        return switch (state) {
            case OPEN, DRAFTING -> CycleReports.instant(row, "report_due_at");
            case PARTNER_INPUT -> CycleReports.instant(row, "parts_due_at");
            case UNIT_REVIEW -> CycleReports.instant(row, "unit_review_due_at");
            case OFFICE_REVIEW -> CycleReports.instant(row, "office_review_due_at");
            case CLOSED, SUSPENDED -> null;
        };
    }
}
