package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.dashboard.Tally;
import org.supervision.dashboard.YearDashboard;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Chart;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.escalation.Scores;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Quarter;

/** The cards about a year. */
@Component
class YearCards {

    private final Words words;
    private final AskedCards asked;

    YearCards(Words words, AskedCards asked) {
        this.words = words;
        this.asked = asked;
    }

    List<Card> of(YearDashboard year, CurrentUser user, CardLinks links) {
        return List.of(
                quarters(year, links),
                lamps(year, links),
                outcome(year, links),
                scores(year),
                asked.of(year.year(), user, links));
    }

    private Card quarters(YearDashboard year, CardLinks links) {
        List<Row> rows = year.rounds().stream()
                .map(round -> {
                    Tally tally = year.of(round);
                    Double share = tally.onTimeShare();
                    return Row.of(
                            Cell.link(words.quarter(round.quarter()), "/statistics?round=" + round.id()),
                            counted(tally, round, CycleFigure.CYCLES, links),
                            share == null
                                    ? Cell.text(words.of("dashboard.card.not-counted"))
                                    : new Cell(
                                            words.of("dashboard.card.exact-percent", 100 * share),
                                            share,
                                            HistoryCards.fraction(tally),
                                            links.tasks(round.id(), CycleFigure.DUE),
                                            null),
                            counted(tally, round, CycleFigure.REPORTED, links),
                            counted(tally, round, CycleFigure.APPROVED, links),
                            counted(tally, round, CycleFigure.RETURNED, links));
                })
                .toList();
        return Card.of(
                words,
                "quarters",
                null,
                null,
                List.of(
                        Column.text(words.of("dashboard.card.quarter")),
                        Column.number(words.of("dashboard.card.tasks")),
                        Column.number(words.of("dashboard.card.on-time")),
                        Column.number(words.of("dashboard.card.reported")),
                        Column.number(words.of("dashboard.card.approved")),
                        Column.number(words.of("dashboard.card.returned"))),
                rows);
    }

    private Card lamps(YearDashboard year, CardLinks links) {
        Tally all = Tally.sum(year.rounds().stream().map(year::of).toList());
        List<CycleFigure> lamps =
                RoundCards.LAMPS.stream().filter(lamp -> all.of(lamp) > 0).toList();
        List<Row> rows = year.rounds().stream()
                .map(round -> new Row(Stream.concat(
                                Stream.of(Cell.link(words.quarter(round.quarter()), "/statistics?round=" + round.id())),
                                lamps.stream().map(lamp -> counted(year.of(round), round, lamp, links)))
                        .toList()))
                .toList();
        return Card.of(
                words,
                "year-lamps",
                redFinding(year),
                new Chart("stack", Map.of("rest", words.of("dashboard.card.rest", "{0}", "{1}"))),
                columns("dashboard.card.quarter", lamps),
                rows);
    }

    private @Nullable String redFinding(YearDashboard year) {
        List<RoundLine> rounds = year.rounds();
        int last = RoundCards.red(year.of(rounds.get(rounds.size() - 1)));
        return rounds.size() == 1
                ? null
                : words.of(
                        "dashboard.finding.red-over-year", RoundCards.red(year.of(rounds.get(0))), last, rounds.size());
    }

    /** What the latest cycle of each key task says. */
    private Card outcome(YearDashboard year, CardLinks links) {
        List<CycleFigure> lamps = RoundCards.LAMPS.stream()
                .filter(lamp -> year.latest().of(lamp) > 0)
                .toList();
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(words.of("dashboard.card.whole-year"))));
        lamps.forEach(lamp -> cells.add(Cell.count(year.latest().of(lamp), links.tasksOfYear(year.year(), lamp))));
        return Card.of(
                words,
                "outcome",
                lamps.isEmpty()
                        ? null
                        : words.of(
                                "dashboard.finding.outcome",
                                year.latest().of(CycleFigure.CYCLES),
                                year.latest().of(CycleFigure.DONE),
                                RoundCards.red(year.latest())),
                new Chart("stack", Map.of("rest", words.of("dashboard.card.rest", "{0}", "{1}"))),
                columns("dashboard.card.year", lamps),
                lamps.isEmpty() ? List.of() : List.of(new Row(cells)));
    }

    private List<Column> columns(String first, List<CycleFigure> lamps) {
        return Stream.concat(
                        Stream.of(Column.text(words.of(first))),
                        lamps.stream().map(lamp -> new Column(words.of("portal.lamp", lamp), true, lamp.name())))
                .toList();
    }

    private Card scores(YearDashboard year) {
        List<Row> rows = year.scores().stream()
                .map(unit -> {
                    List<Cell> cells = new ArrayList<>(List.of(Cell.text(unit.name())));
                    for (int number = 1; number <= 4; number++) {
                        Quarter quarter = new Quarter(year.year(), number);
                        int points = unit.byQuarter().get(number - 1);
                        cells.add(
                                points != 0 || ran(year, quarter)
                                        ? Cell.count(Scores.FULL + points, "/scores?quarter=" + quarter)
                                        : Cell.text(words.of(
                                                isBehind(year, quarter)
                                                        ? "dashboard.card.no-score"
                                                        : "dashboard.card.not-yet")));
                    }
                    int lost = unit.byQuarter().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    cells.add(new Cell(String.valueOf(lost), (double) lost, null, null, null));
                    return new Row(cells);
                })
                .toList();
        return Card.of(
                words,
                "scores",
                rows.isEmpty() ? words.of("dashboard.finding.no-scores", Scores.FULL) : null,
                null,
                Stream.concat(
                                Stream.concat(
                                        Stream.of(Column.text(words.of("dashboard.card.unit"))),
                                        Stream.of(1, 2, 3, 4)
                                                .map(quarter -> Column.number(
                                                        words.of("dashboard.card.bare-quarter", quarter)))),
                                Stream.of(Column.number(words.of("dashboard.card.lines"))))
                        .toList(),
                rows);
    }

    /** Only a round that was run here costs points. */
    private static boolean ran(YearDashboard year, Quarter quarter) {
        return year.rounds().stream()
                .anyMatch(round -> round.isLive() && round.quarter().equals(quarter));
    }

    private static boolean isBehind(YearDashboard year, Quarter quarter) {
        return year.rounds().stream().anyMatch(round -> round.quarter().compareTo(quarter) >= 0);
    }

    private static Cell counted(Tally tally, RoundLine round, CycleFigure figure, CardLinks links) {
        return Cell.count(tally.of(figure), links.tasks(round.id(), figure));
    }
}
