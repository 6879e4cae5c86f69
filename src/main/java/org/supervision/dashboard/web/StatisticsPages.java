package org.supervision.dashboard.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.CycleLists;
import org.supervision.dashboard.CycleLists.Line;
import org.supervision.dashboard.Dashboards;
import org.supervision.dashboard.RoundDashboard;
import org.supervision.dashboard.RoundFlows.Hand;
import org.supervision.dashboard.RoundLines;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.dashboard.Tally;
import org.supervision.dashboard.YearDashboard;
import org.supervision.dashboard.web.Card.Cell;
import org.supervision.dashboard.web.Card.Column;
import org.supervision.dashboard.web.Card.Row;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;

/** Puts the dashboards together, for the pages and for the files of their cards. */
@Component
class StatisticsPages {

    /** Whoever leads more looks at the round's list. */
    private static final int MOST_TASKS = 500;

    private static final Set<String> WIDE = Set.of("tasks", "asked");

    private final RoundLines rounds;
    private final Dashboards dashboards;
    private final CycleLists lists;
    private final RoundCards roundCards;
    private final HistoryCards historyCards;
    private final YearCards yearCards;
    private final OrgUnits units;
    private final DateWords dates;
    private final Words words;
    private final Clock clock;

    StatisticsPages(
            RoundLines rounds,
            Dashboards dashboards,
            CycleLists lists,
            RoundCards roundCards,
            HistoryCards historyCards,
            YearCards yearCards,
            OrgUnits units,
            DateWords dates,
            Words words,
            Clock clock) {
        this.rounds = rounds;
        this.dashboards = dashboards;
        this.lists = lists;
        this.roundCards = roundCards;
        this.historyCards = historyCards;
        this.yearCards = yearCards;
        this.units = units;
        this.dates = dates;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param title what it is about, also in the files of its cards
     * @param asOf when it was counted
     * @param rounds to choose from
     * @param round {@code null} for a year
     * @param inCharge whether it shows only what the reader is in charge of
     * @param mayBeInCharge whether the reader is in charge of anything
     */
    record Page(
            String title,
            String asOf,
            List<RoundLine> rounds,
            @Nullable RoundLine round,
            int year,
            @Nullable String unit,
            @Nullable String unitName,
            boolean inCharge,
            boolean mayBeInCharge,
            List<Figure> strip,
            List<Card> cards) {

        public boolean isEmpty() {
            return cards.stream().allMatch(card -> card.rows().isEmpty());
        }

        /** The one with this id, if the page has it: it takes the whole width. */
        public List<Card> wide(String id) {
            return cards.stream().filter(card -> card.id().equals(id)).toList();
        }

        /** The others in turn to the left and to the right. */
        public List<List<Card>> sides() {
            List<List<Card>> sides = List.of(new ArrayList<>(), new ArrayList<>());
            cards.stream().filter(card -> !WIDE.contains(card.id())).forEach(card -> sides.get(
                            sides.get(0).size() > sides.get(1).size() ? 1 : 0)
                    .add(card));
            return sides;
        }
    }

    /** A number of the strip. */
    record Figure(String label, String value, String note, @Nullable String url) {}

    /**
     * @param roundId the latest that has begun without it
     * @return empty before any round has begun
     */
    Optional<Page> ofRound(CurrentUser user, @Nullable String roundId, @Nullable String unit, @Nullable Boolean mine) {
        String government = user.requiredGovernment();
        List<RoundLine> known = rounds.of(government);
        return Optional.ofNullable(roundId)
                .map(id -> rounds.find(government, id))
                .or(() -> known.stream().findFirst())
                .map(round -> page(known, round, user, unit, mine));
    }

    private Page page(
            List<RoundLine> known, RoundLine round, CurrentUser user, @Nullable String unit, @Nullable Boolean mine) {
        boolean mayBeInCharge = dashboards.isInCharge(user, round.quarter().year());
        boolean inCharge = mayBeInCharge && unit == null && !Boolean.FALSE.equals(mine);
        String unitName = unitName(user, unit);
        RoundDashboard shown = dashboards.of(round, user, unit, inCharge);
        CardLinks links = new CardLinks(unit, inCharge);
        List<Card> cards = new ArrayList<>();
        if (!shown.units().isEmpty()) {
            if (inCharge || shown.scope().unit() != null) {
                cards.add(tasks(round, user, unit, inCharge));
            }
            if (round.isLive()) {
                cards.add(roundCards.burnUp(shown, links));
            }
            if (shown.units().size() > 1 || inCharge || shown.scope().unit() == null) {
                cards.add(roundCards.lamps(shown, links));
            }
            if (!inCharge) {
                cards.add(historyCards.heat(shown, links));
                cards.add(historyCards.shares(shown, links));
            }
            if (round.isLive()) {
                cards.add(roundCards.hands(shown, links));
                cards.add(roundCards.returns(shown, links));
            }
        }
        return new Page(
                about(words.quarter(round.quarter()), unitName, inCharge),
                dates.shortMoment(clock.instant()),
                known,
                round,
                round.quarter().year(),
                unit,
                unitName,
                inCharge,
                mayBeInCharge,
                cards.isEmpty() ? List.of() : strip(shown, links),
                cards);
    }

    private String about(String when, @Nullable String unitName, boolean inCharge) {
        String what = words.of("dashboard.statistics.title-of", when);
        return unitName != null
                ? words.of("dashboard.statistics.of-unit", what, unitName)
                : inCharge ? words.of("dashboard.statistics.in-charge-of", what) : what;
    }

    /** Of whose tasks alone it is; what a person may not see does not exist for them. */
    @Nullable
    String unitName(CurrentUser user, @Nullable String unit) {
        String code = user.readsWholeGovernment() ? unit : user.requiredUnit();
        if (unit != null && !unit.equals(code)) {
            throw DomainException.notFound(unit);
        }
        return code == null
                ? null
                : units.find(code)
                        .filter(found -> found.government().equals(user.government()))
                        .orElseThrow(() -> DomainException.notFound(code))
                        .name();
    }

    private Card tasks(RoundLine round, CurrentUser user, @Nullable String unit, boolean inCharge) {
        List<Line> lines = lists
                .list(
                        new CycleLists.Wish(List.of(round.id()), CycleFigure.CYCLES, unit, inCharge, null, false),
                        user,
                        0,
                        MOST_TASKS)
                .items()
                .stream()
                .sorted(Comparator.comparing(line -> line.cycle().lamp()))
                .toList();
        long red = lines.stream().filter(line -> line.cycle().lamp().isRed()).count();
        return Card.of(
                words,
                "tasks",
                words.sentence(
                        red == 0 ? words.of("dashboard.finding.no-red") : words.of("dashboard.finding.red", red)),
                null,
                List.of(
                        Column.text(words.of("dashboard.card.number")),
                        Column.text(words.of("dashboard.card.goal")),
                        Column.text(words.of("dashboard.card.unit")),
                        Column.text(words.of("dashboard.card.lamp")),
                        Column.text(words.of("dashboard.card.standing"))),
                lines.stream()
                        .map(line -> Row.of(
                                Cell.text(String.valueOf(line.cycle().number())),
                                Cell.link(
                                        line.cycle().goal(),
                                        "/cycles/" + line.cycle().id()),
                                Cell.text(line.cycle().leadUnitName()),
                                Cell.text(words.of("portal.lamp", line.cycle().lamp()))
                                        .toned(CardMarkup.LAMP + line.cycle().lamp()),
                                Cell.text(words.of(
                                        "reporting.standing", line.cycle().standing()))))
                        .toList());
    }

    private List<Figure> strip(RoundDashboard shown, CardLinks links) {
        Tally total = shown.total();
        String round = shown.round().id();
        List<Figure> strip = new ArrayList<>();
        strip.add(new Figure(
                words.of("dashboard.strip.owed"),
                words.of("dashboard.strip.items", shown.owed()),
                total.of(CycleFigure.SUSPENDED) == 0
                        ? words.of("dashboard.strip.approved", total.of(CycleFigure.APPROVED))
                        : words.of("dashboard.strip.suspended", total.of(CycleFigure.SUSPENDED)),
                links.tasks(round, CycleFigure.CYCLES)));
        if (shown.round().isLive()) {
            strip.add(onTime(shown, links));
            strip.add(count("missing", CycleFigure.MISSING, total.of(CycleFigure.LATE), shown, links));
            Double returned = total.share(CycleFigure.RETURNED, CycleFigure.REPORTED);
            strip.add(new Figure(
                    words.of("dashboard.strip.returned"),
                    returned == null
                            ? words.of("dashboard.card.none")
                            : words.of("dashboard.card.exact-percent", 100 * returned),
                    words.clauses(
                            total.of(CycleFigure.RETURNED) + "/" + total.of(CycleFigure.REPORTED),
                            shown.returns().stream()
                                    .filter(why -> why.why() != CycleFigure.RETURNED_BY_UNIT)
                                    .findFirst()
                                    .map(why -> words.of(
                                            "dashboard.finding.main-reason",
                                            roundCards.reason(why.why()),
                                            why.cycles()))
                                    .orElse("")),
                    total.of(CycleFigure.RETURNED) == 0 ? null : links.tasks(round, CycleFigure.RETURNED)));
            strip.add(days(shown));
        }
        strip.add(count("mismatch", CycleFigure.MISMATCH, 0, shown, links));
        strip.add(count("without-value", CycleFigure.WITHOUT_VALUE, 0, shown, links));
        return strip;
    }

    private Figure onTime(RoundDashboard shown, CardLinks links) {
        Tally total = shown.total();
        Double share = total.onTimeShare();
        Double before = shown.of(shown.round().quarter().previous()).onTimeShare();
        return new Figure(
                words.of("dashboard.strip.on-time"),
                share == null
                        ? words.of("dashboard.card.not-due")
                        : words.of("dashboard.card.exact-percent", 100 * share),
                share == null
                        ? words.of(
                                "dashboard.strip.due-on",
                                dates.shortDay(shown.round().reportDueOn()))
                        : words.clauses(
                                total.of(CycleFigure.ON_TIME) + "/" + total.of(CycleFigure.DUE),
                                before == null ? "" : words.of("dashboard.strip.than-before", 100 * (share - before))),
                share == null ? null : links.tasks(shown.round().id(), CycleFigure.DUE));
    }

    private Figure days(RoundDashboard shown) {
        List<String> days = new ArrayList<>();
        for (Hand hand : Hand.values()) {
            Double own = shown.days().get(hand);
            days.add(own == null ? words.of("dashboard.card.none") : words.of("dashboard.strip.day", own));
        }
        return new Figure(
                words.of("dashboard.strip.days"),
                String.join(" / ", days),
                words.of("dashboard.strip.days-of"),
                "#hands");
    }

    private Figure count(String name, CycleFigure figure, int also, RoundDashboard shown, CardLinks links) {
        int count = shown.total().of(figure);
        return new Figure(
                words.of("dashboard.strip." + name),
                words.of("dashboard.strip.items", count),
                words.of("dashboard.strip." + name + "-note", also),
                count == 0 ? null : links.tasks(shown.round().id(), figure));
    }

    /** @throws DomainException not found if no round of the year has begun */
    Page ofYear(CurrentUser user, int year, @Nullable String unit) {
        String unitName = unitName(user, unit);
        YearDashboard shown = dashboards.ofYear(year, user, unit);
        return new Page(
                about(words.of("dashboard.statistics.year", String.valueOf(year)), unitName, false),
                dates.shortMoment(clock.instant()),
                rounds.of(user.requiredGovernment()),
                null,
                year,
                unit,
                unitName,
                false,
                false,
                List.of(),
                yearCards.of(shown, user, new CardLinks(unit, false)));
    }
}
