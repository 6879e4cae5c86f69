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
import org.supervision.dashboard.RoundLines;
import org.supervision.dashboard.RoundLines.RoundLine;
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
    private final RoundStrip strip;
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
            RoundStrip strip,
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
        this.strip = strip;
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
            List<RoundStrip.Figure> strip,
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
                cards.isEmpty() ? List.of() : strip.of(shown, links, user),
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

    /** Without cards while no round of the year has begun. */
    Page ofYear(CurrentUser user, int year, @Nullable String unit) {
        String unitName = unitName(user, unit);
        List<RoundLine> known = rounds.of(user.requiredGovernment());
        boolean begun = known.stream().anyMatch(round -> round.quarter().year() == year);
        return new Page(
                about(words.of("dashboard.statistics.year", String.valueOf(year)), unitName, false),
                dates.shortMoment(clock.instant()),
                known,
                null,
                year,
                unit,
                unitName,
                false,
                false,
                List.of(),
                begun
                        ? yearCards.of(dashboards.ofYear(year, user, unit), user, new CardLinks(unit, false))
                        : List.of());
    }
}
