package org.supervision.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.LatestReports;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;

/** Fetches what an import is held against. */
@Component
class ImportAssessments {

    private final ImportStore store;
    private final OrgUnits units;
    private final People people;
    private final KeyTasks keyTasks;
    private final AnnualPlans plans;
    private final RoundViews rounds;
    private final Publications publications;
    private final LatestReports reports;

    ImportAssessments(
            ImportStore store,
            OrgUnits units,
            People people,
            KeyTasks keyTasks,
            AnnualPlans plans,
            RoundViews rounds,
            Publications publications,
            LatestReports reports) {
        this.store = store;
        this.units = units;
        this.people = people;
        this.keyTasks = keyTasks;
        this.plans = plans;
        this.rounds = rounds;
        this.publications = publications;
        this.reports = reports;
    }

    ImportPreview preview(TableImport table) {
        return new ImportAssessment(table, store.rows(table.id()), names(table), stored(table)).preview();
    }

    /** The same without the cells of its rows, held against what was fetched before. */
    ImportPreview preview(TableImport table, StoredState stored) {
        return new ImportAssessment(table, store.rowsWithCellsOf(table.id(), 0), names(table), stored).preview();
    }

    /** One of the rows, held against the others too: the same number may stand in several. */
    ImportRow row(TableImport table, List<StoredRow> rows, int row) {
        return new ImportAssessment(table, rows, names(table), stored(table))
                .preview()
                .row(row);
    }

    UnitNames names(TableImport table) {
        String government = table.government();
        return new UnitNames(units.of(government), units.directory(government), table.unitAnswers());
    }

    /** The goal stored under the number in the year of the document; null if there is none. */
    @Nullable
    String goalOf(TableImport table, @Nullable Integer number) {
        return table.year() == null || number == null
                ? null
                : keyTasks.find(table.government(), table.year(), number)
                        .map(KeyTask::goal)
                        .orElse(null);
    }

    private Set<Integer> reported(TableImport table) {
        return table.year() == null
                ? Set.of()
                : IntStream.rangeClosed(1, 4)
                        .filter(quarter -> rounds.find(
                                        table.government(),
                                        "%s-%d-q%d".formatted(table.government(), table.year(), quarter))
                                .filter(round -> round.origin() == RoundOrigin.LIVE)
                                .filter(round -> round.state() != RoundState.PLANNED)
                                .isPresent())
                        .boxed()
                        .collect(Collectors.toSet());
    }

    private Map<Integer, Outlook> outlooks(RoundView round) {
        return reports.outlooks(round.government(), round.id()).entrySet().stream()
                .collect(Collectors.toMap(
                        report -> Integer.valueOf(
                                report.getKey().substring(round.id().length() + 1)),
                        Map.Entry::getValue));
    }

    StoredState stored(TableImport table) {
        Optional<RoundView> round = Optional.ofNullable(table.resultsOf())
                .flatMap(quarter -> rounds.find(table.government(), table.government() + "-" + quarter));
        @Nullable
        String live = round.filter(found -> found.origin() == RoundOrigin.LIVE)
                .map(RoundView::id)
                .orElse(null);
        List<ResultRow> results =
                round.map(found -> publications.preview(found.id())).orElse(List.of());
        List<KeyTask> tasks = table.year() == null ? List.of() : keyTasks.of(table.government(), table.year());
        return new StoredState(
                tasks.stream().collect(Collectors.toMap(KeyTask::number, Function.identity())),
                results.stream().collect(Collectors.toMap(ResultRow::number, Function.identity())),
                round.map(this::outlooks).orElse(Map.of()),
                live,
                keyTasks.leadersInCharge(tasks),
                new CityLeaders(people.cityLeaders(table.government())),
                reported(table),
                table.year() != null && plans.isIssued(table.government(), table.year()));
    }
}
