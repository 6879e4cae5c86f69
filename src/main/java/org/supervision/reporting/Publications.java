package org.supervision.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.ResultRow.Adjustment;
import org.supervision.shared.Quarter;

/** The signed result tables: what anybody may read. */
@Service
public class Publications {

    private static final String SELECT =
            """
            select p.*, r.government, r.year, r.quarter
            from publication p join reporting_round r on r.id = p.round_id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final KeyTasks keyTasks;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final PlanAdjustments planAdjustments;
    private final Withholdings withholdings;
    private final Clock clock;

    Publications(
            JdbcClient jdbc,
            ObjectMapper json,
            KeyTasks keyTasks,
            OrgUnits units,
            CurrentUsers currentUsers,
            PlanAdjustments planAdjustments,
            Withholdings withholdings,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.keyTasks = keyTasks;
        this.units = units;
        this.currentUsers = currentUsers;
        this.planAdjustments = planAdjustments;
        this.withholdings = withholdings;
        this.clock = clock;
    }

    /** The publication in force of a round; empty if the round is unknown or not published. */
    public Optional<Publication> latest(String roundId) {
        return jdbc.sql(SELECT + " where p.round_id = ? order by p.number desc limit 1")
                .param(roundId)
                .query((row, n) -> publication(row))
                .optional();
    }

    /**
     * The publication in force as anybody may read it: what was marked as not for publication after the signature is left
     * out at once, long before its correction is signed.
     */
    public Optional<Publication> readable(String roundId) {
        return latest(roundId).map(signed -> {
            Draft rest = withoutWithheld(roundId, signed.rows());
            long lessTold = rest.rows().stream()
                    .filter(row -> row.withheld() != null && !signed.rows().contains(row))
                    .count();
            int withdrawn = rest.withheld() + (int) lessTold;
            return withdrawn == 0 ? signed : signed.without(rest, fingerprint(rest), withdrawn);
        });
    }

    /** Whether signing now would publish something else than what is published. */
    boolean isOutdated(String roundId) {
        return !fingerprint(draft(roundId))
                .equals(latest(roundId).map(Publication::sha256).orElse(""));
    }

    /** Ids of all published rounds with their quarters, newest quarter first, by government. */
    public List<PublishedRound> published() {
        return jdbc.sql(
                        """
                        select id, government, year, quarter, published_at from reporting_round
                        where state = 'PUBLISHED' order by government, year desc, quarter desc""")
                .query((row, n) -> new PublishedRound(
                        row.getString(1),
                        row.getString(2),
                        new Quarter(row.getInt(3), row.getInt(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** A round whose result table is public. */
    public record PublishedRound(String id, String government, Quarter quarter, java.time.Instant publishedAt) {}

    /** The results of a round as they are now, whether they are for publication or not. */
    public List<ResultRow> preview(String roundId) {
        List<Result> results = jdbc.sql(
                        """
                        select c.number, c.key_task_id, c.lead_unit, c.outcome, c.state, c.office_verdict, p.progress,
                            c.report_version, c.stated_partners
                        from reporting_cycle c
                        left join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and c.outcome = 'APPROVED'
                        where c.round_id = ? order by c.number""")
                .param(roundId)
                .query((row, n) -> new Result(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        CycleReports.value(CycleOutcome.class, row.getString(4)),
                        CycleState.valueOf(row.getString(5)),
                        CycleReports.value(Verdict.class, row.getString(6)),
                        row.getString(7),
                        row.getInt(8),
                        texts(row.getArray(9))))
                .list();
        Map<String, KeyTask> tasks = tasksById(roundId);
        Map<String, String> names = units
                .byCodes(results.stream().map(Result::leadUnit).toList())
                .values()
                .stream()
                .collect(Collectors.toMap(unit -> unit.code(), unit -> unit.name()));
        Map<String, List<Adjustment>> adjustments =
                planAdjustments.of(results.stream().map(Result::keyTaskId).toList());
        return results.stream()
                .map(result -> row(
                        result,
                        tasks.get(result.keyTaskId()),
                        names,
                        adjustments.getOrDefault(result.keyTaskId(), List.of())))
                .toList();
    }

    /** All key tasks of the round's year by id: reading them one by one would take a statement for each part of each. */
    private Map<String, KeyTask> tasksById(String roundId) {
        record Year(String government, int year) {}
        return jdbc
                .sql("select government, year from reporting_round where id = ?")
                .param(roundId)
                .query(Year.class)
                .list()
                .stream()
                .flatMap(year -> keyTasks.of(year.government(), year.year()).stream())
                .collect(Collectors.toMap(KeyTask::id, Function.identity()));
    }

    private record Result(
            int number,
            String keyTaskId,
            String leadUnit,
            @Nullable CycleOutcome outcome,
            CycleState state,
            @Nullable Verdict verdict,
            @Nullable String progress,
            int reportVersion,
            @Nullable List<String> statedPartners) {

        /** A cycle that still runs counts as what closing the round now would make of it. */
        CycleOutcome outcomeNow() {
            if (outcome != null) {
                return outcome;
            }
            if (state == CycleState.SUSPENDED) {
                return CycleOutcome.SUSPENDED;
            }
            return reportVersion == 0 ? CycleOutcome.NOT_REPORTED : CycleOutcome.NOT_APPROVED;
        }
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private ResultRow row(Result result, KeyTask keyTask, Map<String, String> names, List<Adjustment> adjustments) {
        return new ResultRow(
                result.number(),
                keyTask.goal(),
                names.get(result.leadUnit()),
                result.statedPartners() != null
                        ? result.statedPartners()
                        : keyTask.supportingUnits().stream()
                                .map(SupportingUnit::text)
                                .toList(),
                result.progress() == null
                        ? List.of()
                        : Arrays.asList(result.progress().split("\n")),
                result.outcomeNow(),
                result.verdict(),
                null,
                adjustments);
    }

    /**
     * What signing would publish.
     *
     * @param withheld key tasks that are left out
     */
    public record Draft(List<ResultRow> rows, int withheld) {}

    /** What the chief would sign now: what is withheld is left out. */
    public Draft draft(String roundId) {
        return withoutWithheld(roundId, preview(roundId));
    }

    private Draft withoutWithheld(String roundId, List<ResultRow> rows) {
        Map<Integer, Withholding> tasks = new HashMap<>();
        Map<Integer, Withholding> reports = new HashMap<>();
        withholdings.of(roundId).forEach(each -> (each.isOfKeyTask() ? tasks : reports)
                .put(each.keyTaskNumber(), each));
        List<ResultRow> left = rows.stream()
                .filter(row -> !tasks.containsKey(row.number()))
                .map(row -> reports.containsKey(row.number())
                        ? row.withoutReport(reports.get(row.number()).ground())
                        : row)
                .toList();
        return new Draft(left, rows.size() - left.size());
    }

    /** What a draft is recognised by. */
    String fingerprint(Draft draft) {
        return sha256(write(draft.rows()));
    }

    /** Keeps the draft, signed by the person who is acting. */
    Publication sign(String roundId, Draft draft) {
        CurrentUser chief = currentUsers.required();
        String rows = write(draft.rows());
        jdbc.sql(
                        """
                        insert into publication (round_id, number, rows, withheld, sha256, signed_by, signed_by_name,
                            signed_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from publication where round_id = ?""")
                .params(
                        roundId,
                        rows,
                        draft.withheld(),
                        sha256(rows),
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()),
                        roundId)
                .update();
        return latest(roundId).orElseThrow();
    }

    private Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getString("round_id"),
                row.getInt("number"),
                row.getString("government"),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                read(row.getString("rows")),
                row.getInt("withheld"),
                row.getString("sha256"),
                row.getString("signed_by_name"),
                row.getTimestamp("signed_at").toInstant(),
                0);
    }

    private String write(List<ResultRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ResultRow> read(String rows) {
        try {
            return json.readValue(rows, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
