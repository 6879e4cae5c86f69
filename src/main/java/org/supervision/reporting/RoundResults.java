package org.supervision.reporting;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.ResultRow.Adjustment;

/** Reads the results of a round as they are now, whether they are for publication or not. */
@Repository
class RoundResults {

    private final JdbcClient jdbc;
    private final KeyTasks keyTasks;
    private final OrgUnits units;
    private final PlanAdjustments planAdjustments;

    RoundResults(JdbcClient jdbc, KeyTasks keyTasks, OrgUnits units, PlanAdjustments planAdjustments) {
        this.jdbc = jdbc;
        this.keyTasks = keyTasks;
        this.units = units;
        this.planAdjustments = planAdjustments;
    }

    /** By number of the key task. */
    List<ResultRow> of(String roundId) {
        List<Result> results = jdbc.sql(
                        """
                        select c.number, c.key_task_id, c.lead_unit, c.outcome, c.state, c.office_verdict, p.progress,
                            c.report_version - c.undone_versions, c.stated_partners
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
            int reports,
            @Nullable List<String> statedPartners) {

        /** A cycle that still runs counts as what closing the round now would make of it, unless it is under review. */
        CycleOutcome outcomeNow() {
            if (outcome != null) {
                return outcome;
            }
            if (state == CycleState.SUSPENDED) {
                return CycleOutcome.SUSPENDED;
            }
            if (state == CycleState.UNIT_REVIEW || state == CycleState.OFFICE_REVIEW) {
                return CycleOutcome.UNDER_REVIEW;
            }
            return reports == 0 ? CycleOutcome.NOT_REPORTED : CycleOutcome.NOT_APPROVED;
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
}
