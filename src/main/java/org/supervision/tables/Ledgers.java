package org.supervision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.identity.OrgUnit;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Publication;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.ResultTable;
import org.supervision.reporting.ResultTables;
import org.supervision.shared.Quarter;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.Ledger.LedgerRow;

/** Puts what is stored into ledgers, always in Chinese: only so it can be imported again. */
@Component
public class Ledgers {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final KeyTasks keyTasks;
    private final ResultTables tables;
    private final MessageSource messages;

    Ledgers(KeyTasks keyTasks, ResultTables tables, MessageSource messages) {
        this.keyTasks = keyTasks;
        this.tables = tables;
        this.messages = messages;
    }

    /** The result table as it was signed. */
    public Ledger of(Publication publication) {
        return results(publication.rows(), tables.table(publication, LANGUAGE), publication.quarter());
    }

    /** These results as the office and the units have them, withheld or not. */
    Ledger inside(Quarter quarter, List<ResultRow> rows) {
        return results(rows, tables.unsigned(quarter, new Publications.Draft(rows, Map.of()), LANGUAGE), quarter);
    }

    private static Ledger results(List<ResultRow> rows, ResultTable table, Quarter quarter) {
        List<LedgerRow> ledger = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ResultTable.Line line = table.lines().get(i);
            ledger.add(new LedgerRow(values(rows.get(i), line, List.of()), line.adjustments()));
        }
        return new Ledger(Layout.RESULT_LIST, quarter.year(), quarter.number(), table.title(), table.summary(), ledger);
    }

    /** Results beside what the plan says of their quarter. */
    Ledger besidePlan(Ledger results, String government) {
        Map<Integer, KeyTask> planned = keyTasks.of(government, results.year()).stream()
                .collect(Collectors.toMap(KeyTask::number, Function.identity()));
        return new Ledger(
                Layout.QUARTER_RESULT,
                results.year(),
                results.quarter(),
                results.title(),
                results.summary(),
                results.rows().stream()
                        .map(row -> besidePlan(row, planned.get(row.values().number()), results.quarter()))
                        .toList());
    }

    private static LedgerRow besidePlan(LedgerRow row, KeyTask keyTask, int quarter) {
        RowValues values = row.values();
        return new LedgerRow(
                new RowValues(
                        values.number(),
                        values.goal(),
                        values.leadUnit(),
                        values.supportingUnits(),
                        null,
                        null,
                        Optional.ofNullable(keyTask).flatMap(known -> known.milestone(quarter)).stream()
                                .map(Ledgers::planned)
                                .toList(),
                        values.verdict(),
                        values.progress()),
                row.adjustments());
    }

    /** The plan of a year, or what somebody may see of it. */
    Ledger plan(int year, List<KeyTask> planned, String summary) {
        Map<String, OrgUnit> units = keyTasks.unitsOf(planned);
        return new Ledger(
                Layout.PLAN_GRID,
                year,
                null,
                messages.getMessage("tables.ledger.plan", new Object[] {String.valueOf(year)}, LANGUAGE),
                summary,
                planned.stream()
                        .map(keyTask -> new LedgerRow(values(keyTask, units), List.of()))
                        .toList());
    }

    private static RowValues values(KeyTask keyTask, Map<String, OrgUnit> units) {
        return new RowValues(
                keyTask.number(),
                keyTask.goal(),
                units.get(keyTask.leadUnit()).name(),
                keyTask.supportingUnits().stream().map(SupportingUnit::text).toList(),
                keyTask.section(),
                keyTask.supervisionPhone(),
                keyTask.milestones().stream().map(Ledgers::planned).toList(),
                null,
                List.of());
    }

    private static PlannedQuarter planned(Milestone milestone) {
        return new PlannedQuarter(milestone.quarter(), milestone.text(), milestone.actionSteps());
    }

    private static RowValues values(ResultRow row, ResultTable.Line line, List<PlannedQuarter> planned) {
        return new RowValues(
                row.number(),
                row.goal(),
                row.leadUnit(),
                row.supportingUnits(),
                null,
                null,
                planned,
                row.outcome() == CycleOutcome.APPROVED ? row.verdict() : null,
                line.progress());
    }
}
