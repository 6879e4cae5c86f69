package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.RoundDashboard;
import org.supervision.dashboard.RoundFlows.Arrivals;
import org.supervision.dashboard.RoundFlows.Hand;
import org.supervision.dashboard.RoundFlows.InHand;
import org.supervision.dashboard.RoundFlows.Returns;
import org.supervision.dashboard.Tally;
import org.supervision.dashboard.UnitQuarter;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Chart;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;

/** The cards about one round: how it comes in, who is behind, where it is stuck, what came back. */
@Component
class RoundCards {

    /** As a bar shows them, from good to bad. */
    static final List<CycleFigure> LAMPS = List.of(
            CycleFigure.DONE,
            CycleFigure.ON_TRACK,
            CycleFigure.AT_RISK,
            CycleFigure.BEHIND,
            CycleFigure.UNKNOWN,
            CycleFigure.NOT_COUNTED,
            CycleFigure.SUSPENDED);

    /** A curve of more days says no more. */
    private static final int MOST_DAYS = 30;

    private final WorkingDays workingDays;
    private final DateWords dates;
    private final Words words;
    private final Clock clock;

    RoundCards(WorkingDays workingDays, DateWords dates, Words words, Clock clock) {
        this.workingDays = workingDays;
        this.dates = dates;
        this.words = words;
        this.clock = clock;
    }

    /** Submitted and approved, day by day, against what is owed. */
    Card burnUp(RoundDashboard shown, CardLinks links) {
        Map<LocalDate, Arrivals> came =
                shown.arrivals().stream().collect(Collectors.toMap(Arrivals::day, arrivals -> arrivals));
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days = days(shown, came);
        List<LocalDate> past = days.stream().filter(day -> !day.isAfter(today)).toList();
        LocalDate due = shown.round().reportDueOn();
        List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("dashboard.card.day"))));
        List<Cell> submitted = new ArrayList<>(List.of(Cell.text(words.of("dashboard.card.submitted"))));
        List<Cell> approved = new ArrayList<>(List.of(Cell.text(words.of("dashboard.card.approved"))));
        for (LocalDate day : past) {
            columns.add(new Column(dates.shortDay(day), true, day.equals(due) ? "deadline" : null));
            submitted.add(Cell.count(
                    upTo(shown, day, Arrivals::submitted),
                    links.tasks(shown.round().id(), CycleFigure.REPORTED, day)));
            approved.add(Cell.count(
                    upTo(shown, day, Arrivals::approved),
                    links.tasks(shown.round().id(), CycleFigure.APPROVED, day)));
        }
        Map<String, String> data = new HashMap<>();
        data.put("total", String.valueOf(shown.owed()));
        data.put("total-words", words.of("dashboard.card.owed", shown.owed()));
        data.put("deadline", dates.shortDay(due));
        data.put("deadline-words", words.of("dashboard.card.deadline"));
        data.put(
                "after",
                days.stream()
                        .filter(day -> day.isAfter(today))
                        .map(dates::shortDay)
                        .collect(Collectors.joining(",")));
        return Card.of(
                words,
                "burn-up",
                burnUpFinding(shown, came, today),
                new Chart("burn-up", data),
                columns,
                past.isEmpty() ? List.of() : List.of(new Row(submitted), new Row(approved)));
    }

    private List<LocalDate> days(RoundDashboard shown, Map<LocalDate, Arrivals> came) {
        LocalDate end = shown.round().closesOn();
        List<LocalDate> days = shown.round()
                .opensOn()
                .datesUntil(end.plusDays(1))
                .filter(day -> workingDays.isWorkingDay(day) || came.containsKey(day))
                .toList();
        return days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
    }

    private static int upTo(RoundDashboard shown, LocalDate day, java.util.function.ToIntFunction<Arrivals> what) {
        return shown.arrivals().stream()
                .filter(arrivals -> !arrivals.day().isAfter(day))
                .mapToInt(what)
                .sum();
    }

    private @Nullable String burnUpFinding(RoundDashboard shown, Map<LocalDate, Arrivals> came, LocalDate today) {
        LocalDate due = shown.round().reportDueOn();
        int total = shown.owed();
        int submitted = upTo(shown, today, Arrivals::submitted);
        if (total == 0) {
            return null;
        }
        if (today.isBefore(due)) {
            return words.of("dashboard.finding.before-due", submitted, total, workingDays.between(today, due));
        }
        int onTheDay =
                Optional.ofNullable(came.get(due)).map(Arrivals::submitted).orElse(0);
        return words.sentence(
                onTheDay == 0 ? "" : words.of("dashboard.finding.on-the-day", onTheDay, 100.0 * onTheDay / total),
                submitted >= total
                        ? words.of("dashboard.finding.all-in")
                        : words.of("dashboard.finding.missing", workingDays.between(due, today), total - submitted));
    }

    /** Lamps by unit, the most red ones first. */
    Card lamps(RoundDashboard shown, CardLinks links) {
        Tally total = shown.total();
        List<CycleFigure> lamps =
                LAMPS.stream().filter(lamp -> total.of(lamp) > 0).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text(words.of("dashboard.card.unit"))));
        lamps.forEach(lamp -> columns.add(new Column(words.of("portal.lamp", lamp), true, lamp.name())));
        columns.add(Column.number(words.of("dashboard.card.tasks")));
        List<Row> rows = shown.units().stream()
                .sorted(Comparator.<UnitQuarter>comparingInt(unit -> -red(unit.tally()))
                        .thenComparing(unit -> -unit.tally().of(CycleFigure.CYCLES))
                        .thenComparing(UnitQuarter::name))
                .map(unit -> new Row(Stream.of(
                                Stream.of(Cell.link(
                                        unit.name(), "/statistics?round=" + unit.round() + "&unit=" + unit.unit())),
                                lamps.stream().map(lamp -> counted(unit, lamp, links)),
                                Stream.of(counted(unit, CycleFigure.CYCLES, links)))
                        .flatMap(cells -> cells)
                        .toList()))
                .toList();
        return Card.of(
                words,
                "lamps",
                lampFinding(shown),
                new Chart("stack", Map.of("rest", words.of("dashboard.card.rest", "{0}", "{1}"))),
                columns,
                rows);
    }

    private static Cell counted(UnitQuarter unit, CycleFigure figure, CardLinks links) {
        return Cell.count(unit.tally().of(figure), links.tasks(unit.round(), unit.unit(), figure));
    }

    static int red(Tally tally) {
        return tally.of(CycleFigure.BEHIND) + tally.of(CycleFigure.UNKNOWN);
    }

    private @Nullable String lampFinding(RoundDashboard shown) {
        int red = red(shown.total());
        if (shown.units().isEmpty()) {
            return null;
        }
        if (red == 0) {
            return words.sentence(words.of("dashboard.finding.no-red"));
        }
        Optional<UnitQuarter> worst = shown.units().stream()
                .filter(unit -> red(unit.tally()) > 0 && unit.tally().of(CycleFigure.CYCLES) > 1)
                .max(Comparator.<UnitQuarter>comparingDouble(unit ->
                                (double) red(unit.tally()) / unit.tally().of(CycleFigure.CYCLES))
                        .thenComparingInt(unit -> red(unit.tally())));
        return words.sentence(
                words.of("dashboard.finding.red", red),
                shown.units().size() == 1
                        ? ""
                        : worst.map(unit -> words.of(
                                        "dashboard.finding.worst",
                                        unit.name(),
                                        unit.tally().of(CycleFigure.CYCLES),
                                        red(unit.tally())))
                                .orElse(""));
    }

    /** With whom it is stuck, and how many days each hand takes. */
    Card hands(RoundDashboard shown, CardLinks links) {
        Map<Hand, InHand> held = new LinkedHashMap<>();
        shown.inHand().forEach(hand -> held.put(hand.hand(), hand));
        List<Row> rows = new ArrayList<>();
        for (Hand hand : Hand.values()) {
            InHand now = held.get(hand);
            String round = shown.round().id();
            rows.add(Row.of(
                    Cell.text(words.of("dashboard.hand", hand)),
                    Cell.count(now == null ? 0 : now.held(), links.tasks(round, hand.held())),
                    Cell.count(now == null ? 0 : now.late(), links.tasks(round, hand.late()))
                            .toned(now == null || now.late() == 0 ? null : "red"),
                    now == null ? none() : days(inHandFor(now.since())),
                    now == null ? none() : Cell.link(now.number() + " " + now.goal(), "/cycles/" + now.cycleId()),
                    shown.days().get(hand) == null
                            ? none()
                            : average(shown.days().get(hand))));
        }
        return Card.of(
                words,
                "hands",
                held.values().stream()
                        .max(Comparator.comparingInt(hand -> inHandFor(hand.since())))
                        .map(hand -> words.of(
                                "dashboard.finding.longest",
                                words.of("dashboard.hand", hand.hand()),
                                String.valueOf(hand.number()),
                                inHandFor(hand.since())))
                        .orElse(words.of("dashboard.finding.nothing-held")),
                null,
                List.of(
                        Column.text(words.of("dashboard.card.hand")),
                        Column.number(words.of("dashboard.card.held")),
                        Column.number(words.of("dashboard.card.overdue")),
                        Column.number(words.of("dashboard.card.longest")),
                        Column.text(words.of("dashboard.card.longest-task")),
                        Column.number(words.of("dashboard.card.average"))),
                rows);
    }

    private int inHandFor(Instant since) {
        return workingDays.between(LocalDate.ofInstant(since, WorkingDays.ZONE), LocalDate.now(clock));
    }

    private Cell days(int days) {
        return new Cell(words.of("dashboard.card.days", days), (double) days, null, null, null);
    }

    private Cell average(double days) {
        return new Cell(words.of("dashboard.card.average-days", days), days, null, null, null);
    }

    private Cell none() {
        return Cell.text(words.of("dashboard.card.none"));
    }

    /** What came back and why. */
    Card returns(RoundDashboard shown, CardLinks links) {
        String round = shown.round().id();
        List<Returns> returns = shown.returns();
        Optional<Returns> most = returns.stream()
                .filter(why -> why.why() != CycleFigure.RETURNED_BY_UNIT)
                .findFirst();
        return Card.of(
                words,
                "returns",
                returns.isEmpty()
                        ? words.of("dashboard.finding.no-returns")
                        : words.sentence(
                                words.of(
                                        "dashboard.finding.returns",
                                        shown.total().of(CycleFigure.RETURNED)),
                                most.map(why -> words.of(
                                                "dashboard.finding.main-reason", reason(why.why()), why.cycles()))
                                        .orElse("")),
                null,
                List.of(
                        Column.text(words.of("dashboard.card.why")),
                        Column.number(words.of("dashboard.card.tasks")),
                        Column.number(words.of("dashboard.card.times"))),
                returns.stream()
                        .map(why -> Row.of(
                                Cell.text(reason(why.why())),
                                Cell.count(why.cycles(), links.tasks(round, why.why())),
                                Cell.count(why.times(), links.tasks(round, why.why()))))
                        .toList());
    }

    String reason(CycleFigure why) {
        return words.of("dashboard.figure", why);
    }
}
