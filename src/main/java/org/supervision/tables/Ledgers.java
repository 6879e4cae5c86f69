package org.supervision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Publication;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.ResultTable;
import org.supervision.reporting.ResultTables;
import org.supervision.shared.Quarter;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.Ledger.LedgerRow;

/** Puts what is stored into ledgers, always in Chinese: only so it can be imported again. */
@Component
public class Ledgers {

    private final ResultTables tables;

    Ledgers(ResultTables tables) {
        this.tables = tables;
    }

    /** The result table as it was signed. */
    public Ledger of(Publication publication) {
        return results(publication.rows(), tables.table(publication, Locale.SIMPLIFIED_CHINESE), publication.quarter());
    }

    private static Ledger results(List<ResultRow> rows, ResultTable table, Quarter quarter) {
        List<LedgerRow> ledger = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ledger.add(row(rows.get(i), table.lines().get(i)));
        }
        return new Ledger(Layout.RESULT_LIST, quarter.year(), quarter.number(), table.title(), table.summary(), ledger);
    }

    private static LedgerRow row(ResultRow row, ResultTable.Line line) {
        return new LedgerRow(
                new RowValues(
                        row.number(),
                        row.goal(),
                        row.leadUnit(),
                        row.supportingUnits(),
                        null,
                        null,
                        List.of(),
                        row.outcome() == CycleOutcome.APPROVED ? row.verdict() : null,
                        line.progress()),
                line.adjustments());
    }
}
