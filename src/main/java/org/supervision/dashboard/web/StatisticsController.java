package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.supervision.dashboard.RoundStatistics;
import org.supervision.dashboard.RoundStatistics.Count;
import org.supervision.dashboard.RoundStatistics.UnitCount;
import org.supervision.dashboard.Statistics;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.Lamp;

/** Rounds in numbers, in the portal and over REST. */
@Controller
class StatisticsController {

    /** So many rounds to choose from: four years. */
    private static final int ROUNDS = 16;

    /** A part of a bar as the template {@code fragments/marks :: segments} draws it. */
    record Segment(String label, double from, double width, String tone, @Nullable String url) {}

    /** A unit with its bar of lamps. */
    record UnitLine(UnitCount unit, List<Segment> bar, @Nullable Integer points) {}

    private static final Map<Lamp, String> TONES = Map.of(
            Lamp.BEHIND, "red",
            Lamp.UNKNOWN, "red",
            Lamp.AT_RISK, "amber",
            Lamp.ON_TRACK, "accent-3",
            Lamp.DONE, "accent",
            Lamp.NOT_COUNTED, "quiet",
            Lamp.SUSPENDED, "quiet");

    private final Statistics statistics;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final Words words;

    StatisticsController(Statistics statistics, RoundViews rounds, CurrentUsers currentUsers, Words words) {
        this.statistics = statistics;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping("/api/v1/statistics")
    @ResponseBody
    RoundStatistics of(@RequestParam String round) {
        return statistics.of(round, currentUsers.required());
    }

    @GetMapping("/statistics")
    String page(@RequestParam(required = false) @Nullable String round, Model model) {
        CurrentUser user = currentUsers.required();
        List<RoundView> known = rounds.of(user.requiredGovernment(), 0, ROUNDS).items();
        model.addAttribute("rounds", known);
        Optional.ofNullable(round)
                .or(() -> known.stream().findFirst().map(RoundView::id))
                .ifPresent(id -> show(statistics.of(id, user), model));
        return "dashboard/statistics";
    }

    private void show(RoundStatistics counted, Model model) {
        Map<String, Integer> points =
                counted.scores().stream().collect(Collectors.toMap(score -> score.unit(), score -> score.points()));
        model.addAttribute("statistics", counted);
        model.addAttribute("bar", bar(counted.total(), counted.round(), null));
        model.addAttribute(
                "units",
                counted.units().stream()
                        .map(unit -> new UnitLine(
                                unit, bar(unit.count(), counted.round(), unit.unit()), points.get(unit.unit())))
                        .toList());
        model.addAttribute("levels", Lamp.values());
    }

    /** The lamps as shares of the cycles, the worst first, each leading to its cycles. */
    private List<Segment> bar(Count count, String round, @Nullable String unit) {
        List<Segment> bar = new ArrayList<>();
        double from = 0;
        for (Lamp lamp : Arrays.stream(Lamp.values())
                .filter(level -> count.of(level) > 0)
                .toList()) {
            double width = 100.0 * count.of(lamp) / count.cycles();
            bar.add(new Segment(
                    words.of("dashboard.statistics.lamps", words.of("portal.lamp", lamp), count.of(lamp)),
                    from,
                    width,
                    TONES.get(lamp),
                    "/rounds/" + round + "?lamp=" + lamp + (unit == null ? "" : "&unit=" + unit)));
            from += width;
        }
        return bar;
    }
}
