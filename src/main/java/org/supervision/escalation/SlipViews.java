package org.supervision.escalation;

import static org.supervision.escalation.SlipStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleSlips;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.Slice;

/** Reads slips, narrowed to the reader's government and, for units, to their own. */
@Repository
public class SlipViews implements CycleSlips {

    private static final String JOINS =
            """
            from slip s
            join key_task k on k.id = s.key_task_id
            join org_unit u on u.code = s.unit
            """;

    private static final String VISIBLE =
            """
            where s.government = :government
              and (:all or s.unit = :ownUnit and s.issued_at is not null and s.step is distinct from 'OFFICE_REVIEW')
            """;

    private static final String FROM = JOINS + VISIBLE;

    private static final String FILTER =
            """
             and (:round::text is null or s.round_id = :round)
             and (:cycle::text is null or s.cycle_id = :cycle)
             and (:kind::text is null or s.kind = :kind)
             and (:open::boolean is null or (s.ended_at is null) = :open)
            """;

    private static final String COLUMNS =
            """
            select s.*, k.number as key_task_number, k.goal, u.name as unit_name,
                exists (select from progress_report p
                         where p.cycle_id = s.cycle_id and p.submitted_at < s.issued_at
                           and p.undone_at is null) as resubmission
            """;

    /** A circular has done all it does when it is issued. */
    private static final String CIRCULATED =
            """
            from circular_entry e
            join circular c on c.id = e.circular_id
            join slip s on s.id = e.slip_id
            where c.government = :government and c.state = 'ISSUED'
              and (:round::text is null or s.round_id = :round)
              and (:cycle::text is null or s.cycle_id = :cycle)
              and (:open::boolean is null or not :open)
            """;

    private static final String CIRCULATED_COLUMNS =
            """
            select c.id, 'CIRCULAR' as kind, c.year, c.number, s.source, s.key_task_id, s.cycle_id, s.round_id,
                e.key_task_number, e.goal, s.unit, e.unit_name, s.step, null as level, null::int as rung,
                false as resubmission, e.due_at, null::timestamptz as rung_due_at, c.subject as requirement,
                null::timestamptz as limit_at, null::timestamptz as signed_limit_at, c.signed_by_name, c.drafted_at, c.issued_at, c.issued_at as ended_at,
                null as ended_because
            """;

    private final JdbcClient jdbc;
    private final SlipAnswers answers;

    SlipViews(JdbcClient jdbc, SlipAnswers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** Issued ones and drafts that have ended, newest first, or drafts, the longest waiting first; units see no draft. */
    public Slice<SlipView> list(SlipFilter filter, CurrentUser reader, int page, int size) {
        String state =
                filter.draft() ? " and s.issued_at is null" : " and coalesce(s.issued_at, s.ended_at) is not null";
        String order = filter.draft()
                ? " order by s.drafted_at, s.id"
                : " order by coalesce(s.issued_at, s.ended_at) desc, s.id";
        List<SlipView> items = filtered(
                        COLUMNS + FROM + FILTER + state + order + " limit :size offset :skip", filter, reader)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = filtered("select count(*) from slip s " + VISIBLE + FILTER + state, filter, reader)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    /** The matters that issued circulars name, each under the number of its circular, the newest first; for every unit. */
    public Slice<SlipView> circulated(SlipFilter filter, CurrentUser reader, int page, int size) {
        List<SlipView> items = circulated(
                        CIRCULATED_COLUMNS + CIRCULATED
                                + " order by c.issued_at desc, c.id, e.position limit :size offset :skip",
                        filter,
                        reader)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = circulated("select count(*) " + CIRCULATED, filter, reader)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    private JdbcClient.StatementSpec circulated(String sql, SlipFilter filter, CurrentUser reader) {
        refuseAdministrators(reader);
        return jdbc.sql(sql)
                .param("government", reader.requiredGovernment())
                .param("round", filter.round())
                .param("cycle", filter.cycle())
                .param("open", filter.open());
    }

    /** What was answered to a slip the reader has found. */
    public List<SlipAnswer> answers(SlipView slip) {
        return answers.of(slip.id());
    }

    public Optional<SlipView> find(String id, CurrentUser reader) {
        return visible(COLUMNS + FROM + " and s.id = :id", reader)
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** Orders that came of instructions on a key task, the drafted ones too, newest first. */
    public List<SlipView> instructions(String keyTaskId, CurrentUser reader) {
        return visible(
                        COLUMNS + FROM + " and s.key_task_id = :keyTask and s.source = 'INSTRUCTION'"
                                + " order by s.drafted_at desc, s.id",
                        reader)
                .param("keyTask", keyTaskId)
                .query((row, n) -> view(row))
                .list();
    }

    /** The slip of a work item that its holder has been found entitled to: its own or that of an appeal. */
    SlipView about(String slipOrAppealId) {
        return jdbc.sql(COLUMNS + JOINS + " where s.id in (:id, (select a.slip_id from appeal a where a.id = :id))")
                .param("id", slipOrAppealId)
                .query((row, n) -> view(row))
                .single();
    }

    /**
     * What led to a proposed interview, oldest first: the signed orders of the year if these are its ground, else what the
     * unit was sent about the cycle.
     */
    List<SlipView> before(SlipView interview) {
        String ground = interview.source() == SlipSource.COUNT
                ? " and s.kind = 'SUPERVISION_ORDER' and s.year = :year and s.withdrawn_at is null"
                : " and s.cycle_id = :cycle and s.step is distinct from 'OFFICE_REVIEW'";
        return jdbc.sql(COLUMNS + JOINS + " where s.unit = :unit and s.id <> :id and s.issued_at is not null" + ground
                        + " order by s.issued_at, s.id")
                .param("unit", interview.unit())
                .param("id", interview.id())
                .param("year", interview.draftedAt().atZone(WorkingDays.ZONE).getYear())
                .param("cycle", interview.cycleId())
                .query((row, n) -> view(row))
                .list();
    }

    @Override
    public Map<String, List<Slip>> of(Collection<String> cycleIds) {
        Map<String, List<Slip>> slips = new HashMap<>();
        jdbc.sql("select * from slip where cycle_id = any(?) and issued_at is not null order by issued_at, id")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    slips.computeIfAbsent(row.getString("cycle_id"), any -> new ArrayList<>())
                            .add(new Slip(
                                    row.getString("id"),
                                    row.getString("kind"),
                                    row.getInt("year"),
                                    row.getInt("number"),
                                    row.getTimestamp("issued_at").toInstant(),
                                    instant(row.getTimestamp("ended_at")),
                                    row.getString("ended_because")));
                });
        return slips;
    }

    private JdbcClient.StatementSpec filtered(String sql, SlipFilter filter, CurrentUser reader) {
        return visible(sql, reader)
                .param("round", filter.round())
                .param("cycle", filter.cycle())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("open", filter.open());
    }

    private JdbcClient.StatementSpec visible(String sql, CurrentUser reader) {
        refuseAdministrators(reader);
        return jdbc.sql(sql)
                .param("government", reader.requiredGovernment())
                .param("all", reader.readsWholeGovernment())
                .param("ownUnit", reader.unit());
    }

    private static void refuseAdministrators(CurrentUser reader) {
        if (!reader.readsWholeGovernment() && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
    }

    private static SlipView view(ResultSet row) throws SQLException {
        return new SlipView(
                row.getString("id"),
                SlipKind.valueOf(row.getString("kind")),
                row.getObject("year", Integer.class),
                row.getObject("number", Integer.class),
                SlipSource.valueOf(row.getString("source")),
                row.getString("key_task_id"),
                row.getString("cycle_id"),
                row.getString("round_id"),
                row.getInt("key_task_number"),
                row.getString("goal"),
                row.getString("unit"),
                row.getString("unit_name"),
                value(CycleStep.class, row.getString("step")),
                value(Rung.class, row.getString("level")),
                row.getObject("rung", Integer.class),
                row.getBoolean("resubmission"),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("rung_due_at")),
                row.getString("requirement"),
                instant(row.getTimestamp("limit_at")),
                instant(row.getTimestamp("signed_limit_at")),
                row.getString("signed_by_name"),
                row.getTimestamp("drafted_at").toInstant(),
                instant(row.getTimestamp("issued_at")),
                instant(row.getTimestamp("ended_at")),
                value(EndReason.class, row.getString("ended_because")));
    }

    private static <T extends Enum<T>> @Nullable T value(Class<T> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
