package org.supervision.dashboard.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.web.CycleStory.Entry;
import org.supervision.dashboard.web.CycleStory.SlipBadge;
import org.supervision.dashboard.web.KeyTaskYear.Current;
import org.supervision.dashboard.web.KeyTaskYear.Files;
import org.supervision.dashboard.web.KeyTaskYear.IndicatorLine;
import org.supervision.dashboard.web.KeyTaskYear.QuarterColumn;
import org.supervision.dashboard.web.KeyTaskYear.QuarterSlip;
import org.supervision.dashboard.web.KeyTaskYear.Scope;
import org.supervision.escalation.NumberWords;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.ReviewStep;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.workflow.ProcessDiagrams;

/** Gathers the year of a key task, with as many statements for four cycles as for one. */
@Component
class KeyTaskYears {

    private static final int QUARTERS = 4;

    private final KeyTasks keyTasks;
    private final AgreedIndicators agreed;
    private final CycleViews cycles;
    private final RoundViews rounds;
    private final OrgUnits units;
    private final Timelines timelines;
    private final CycleSteps steps;
    private final Holders holders;
    private final IndicatorRows indicators;
    private final NumberWords numbers;
    private final ProcessDiagrams diagrams;
    private final Words words;

    KeyTaskYears(
            KeyTasks keyTasks,
            AgreedIndicators agreed,
            CycleViews cycles,
            RoundViews rounds,
            OrgUnits units,
            Timelines timelines,
            CycleSteps steps,
            Holders holders,
            IndicatorRows indicators,
            NumberWords numbers,
            ProcessDiagrams diagrams,
            Words words) {
        this.keyTasks = keyTasks;
        this.agreed = agreed;
        this.cycles = cycles;
        this.rounds = rounds;
        this.units = units;
        this.timelines = timelines;
        this.steps = steps;
        this.holders = holders;
        this.indicators = indicators;
        this.numbers = numbers;
        this.diagrams = diagrams;
        this.words = words;
    }

    /** @throws DomainException not found, also where the reader may not know that it exists */
    KeyTaskYear tell(String keyTaskId, Scope scope, CurrentUser reader) {
        KeyTask keyTask = keyTasks.get(keyTaskId);
        if (!keyTask.isVisibleTo(reader)) {
            throw DomainException.notFound(keyTaskId);
        }
        Map<String, RoundView> ofYear = rounds.ofYear(keyTask.government(), keyTask.year()).stream()
                .collect(Collectors.toMap(RoundView::id, Function.identity()));
        List<CycleDetail> details = cycles.detailsOfKeyTask(keyTaskId, reader).stream()
                .filter(detail -> ofYear.containsKey(detail.cycle().roundId()))
                .toList();
        NumberWords.Series series = numbers.series(keyTask.government());
        CycleDetail now = current(details).orElse(null);
        List<QuarterColumn> quarters = quarters(keyTask, details, now, ofYear, series);
        return new KeyTaskYear(
                keyTask,
                quarters,
                lines(keyTask, quarters),
                now == null ? null : current(now, ofYear.get(now.cycle().roundId())),
                slips(quarters),
                files(details),
                history(details, now, scope, ofYear, series),
                scope);
    }

    /** The latest that runs, or else the latest. */
    private static Optional<CycleDetail> current(List<CycleDetail> newestFirst) {
        return newestFirst.stream()
                .filter(detail -> detail.cycle().state() != CycleState.CLOSED)
                .findFirst()
                .or(() -> newestFirst.stream().findFirst());
    }

    private Current current(CycleDetail detail, RoundView round) {
        return new Current(
                detail.cycle(),
                words.quarter(round.quarter()),
                steps.of(detail, round),
                holders.of(detail, round),
                diagrams.progress("quarterly-cycle", detail.cycle().id()).orElse(null));
    }

    private List<QuarterColumn> quarters(
            KeyTask keyTask,
            List<CycleDetail> details,
            @Nullable CycleDetail now,
            Map<String, RoundView> rounds,
            NumberWords.Series series) {
        Map<Integer, CycleDetail> byQuarter = details.stream()
                .collect(Collectors.toMap(detail -> detail.cycle().quarter().number(), Function.identity()));
        int latest =
                byQuarter.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<QuarterColumn> quarters = new ArrayList<>();
        for (int number = 1; number <= QUARTERS; number++) {
            Milestone milestone = keyTask.milestone(number).orElse(null);
            CycleDetail detail = byQuarter.get(number);
            if (detail == null) {
                boolean owed = milestone != null || keyTask.milestones().isEmpty();
                RoundView round = rounds.get("%s-%d-q%d".formatted(keyTask.government(), keyTask.year(), number));
                quarters.add(new QuarterColumn(
                        number,
                        owed && number > latest ? "NOT_DUE" : "NONE",
                        milestone,
                        null,
                        null,
                        true,
                        null,
                        null,
                        owed && number > latest && round != null ? round.reportDueOn() : null,
                        List.of(),
                        false));
            } else {
                quarters.add(quarter(number, milestone, detail, timelines.badges(detail, series), detail == now));
            }
        }
        return quarters;
    }

    private static QuarterColumn quarter(
            int number, @Nullable Milestone milestone, CycleDetail detail, List<SlipBadge> slips, boolean current) {
        List<ReportVersion> standing = detail.reports().stream()
                .filter(report -> report.undoneAt() == null)
                .toList();
        return new QuarterColumn(
                number,
                detail.cycle().lamp().name(),
                milestone,
                detail.cycle(),
                standing.stream().findFirst().orElse(null),
                !detail.reports().isEmpty() || detail.cycle().reportVersions() == 0,
                standing.isEmpty() ? null : standing.get(standing.size() - 1).submittedAt(),
                approvedAt(standing),
                null,
                slips,
                current);
    }

    private static @Nullable Instant approvedAt(List<ReportVersion> standing) {
        return standing.stream()
                .flatMap(report -> report.reviews().stream())
                .filter(signed -> signed.review().step() == ReviewStep.OFFICE
                        && signed.review().decision() == ReviewDecision.APPROVE)
                .map(ReportVersion.SignedReview::reviewedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What is measured now, then what was measured once; all readings are written at once, as each asks for units' names. */
    private List<IndicatorLine> lines(KeyTask keyTask, List<QuarterColumn> quarters) {
        List<IndicatorReading> readings = new ArrayList<>();
        List<Integer> ofQuarter = new ArrayList<>();
        for (QuarterColumn quarter : quarters) {
            if (quarter.report() != null) {
                quarter.report().indicators().forEach(reading -> {
                    readings.add(reading);
                    ofQuarter.add(quarter.number());
                });
            }
        }
        List<IndicatorRow> rows = indicators.of(readings);
        Map<Long, AgreedIndicator> measured = new LinkedHashMap<>();
        agreed.of(keyTask.id()).forEach(indicator -> measured.put(indicator.id(), indicator));
        readings.forEach(reading -> measured.putIfAbsent(reading.indicator().id(), reading.indicator()));
        Map<Long, @Nullable IndicatorRow[]> cells = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            cells.computeIfAbsent(readings.get(i).indicator().id(), any -> new IndicatorRow[QUARTERS])[
                            ofQuarter.get(i) - 1] =
                    rows.get(i);
        }
        List<IndicatorLine> lines = new ArrayList<>();
        measured.forEach((id, indicator) -> lines.add(new IndicatorLine(
                indicator.target().name(),
                indicators.target(indicator.target()),
                Arrays.asList(cells.getOrDefault(id, new IndicatorRow[QUARTERS])))));
        return lines;
    }

    private static List<QuarterSlip> slips(List<QuarterColumn> quarters) {
        return quarters.stream()
                .flatMap(quarter -> quarter.slips().stream().map(slip -> new QuarterSlip(quarter.number(), slip)))
                .sorted(Comparator.comparing((QuarterSlip each) -> each.slip().issuedAt())
                        .reversed())
                .toList();
    }

    private List<Files> files(List<CycleDetail> details) {
        Map<String, OrgUnit> named = units.byCodes(details.stream()
                .flatMap(detail -> detail.parts().stream())
                .map(PartnerPart::unit)
                .distinct()
                .toList());
        List<Files> files = new ArrayList<>();
        for (CycleDetail detail : details) {
            int quarter = detail.cycle().quarter().number();
            detail.reports().stream()
                    .filter(report -> report.undoneAt() == null)
                    .findFirst()
                    .filter(report -> !report.evidence().isEmpty())
                    .ifPresent(report -> files.add(new Files(
                            quarter,
                            words.of("dashboard.year.files-of-report", String.valueOf(report.version())),
                            report.evidence())));
            detail.parts().stream()
                    .filter(part -> !part.evidence().isEmpty())
                    .forEach(part ->
                            files.add(new Files(quarter, named.get(part.unit()).name(), part.evidence())));
        }
        return files;
    }

    private List<Entry> history(
            List<CycleDetail> details,
            @Nullable CycleDetail now,
            Scope scope,
            Map<String, RoundView> rounds,
            NumberWords.Series series) {
        if (scope == Scope.YEAR) {
            return timelines.ofYear(details, rounds, series);
        }
        return now == null
                ? List.of()
                : timelines.of(now, rounds.get(now.cycle().roundId()), series);
    }
}
