package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.RoundDashboard;
import org.supervision.dashboard.RoundFlows.Hand;
import org.supervision.dashboard.Tally;
import org.supervision.identity.CurrentUser;

/** The numbers of a round that stand above its cards. */
@Component
class RoundStrip {

    private final RoundCards roundCards;
    private final DateWords dates;
    private final Words words;

    RoundStrip(RoundCards roundCards, DateWords dates, Words words) {
        this.roundCards = roundCards;
        this.dates = dates;
        this.words = words;
    }

    /** @param url the tasks behind it; {@code null} where there are none */
    record Figure(String label, String value, String note, @Nullable String url) {}

    List<Figure> of(RoundDashboard shown, CardLinks links, CurrentUser user) {
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
        if (shown.round().isLive()) {
            strip.add(count("without-value", CycleFigure.WITHOUT_VALUE, 0, shown, links));
        } else if (user.isOffice()) {
            strip.add(new Figure(
                    words.of("dashboard.strip.without-value"),
                    words.of("dashboard.strip.by-checks"),
                    words.of("dashboard.strip.by-checks-note"),
                    "/rounds/" + round + "/findings"));
        }
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
}
