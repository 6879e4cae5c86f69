package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.dashboard.web.CycleStory.Part;
import org.supervision.dashboard.web.CycleStory.PreviousQuarter;
import org.supervision.dashboard.web.CycleStory.Version;
import org.supervision.escalation.NumberWords;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.InspectionDecision;
import org.supervision.reporting.InspectionFilter;
import org.supervision.reporting.InspectionViews;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SentBack;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.shared.TextDifference;

/** Gathers what the pages of a cycle and of its work items tell. */
@Component
class CycleStories {

    private final CycleViews cycles;
    private final RoundViews rounds;
    private final InspectionViews inspections;
    private final KeyTasks keyTasks;
    private final KeyTaskLamps lamps;
    private final OrgUnits units;
    private final CycleSteps steps;
    private final Holders holders;
    private final CycleReopening reopening;
    private final IndicatorRows indicators;
    private final Timelines timelines;
    private final NumberWords numbers;
    private final Words words;

    CycleStories(
            CycleViews cycles,
            RoundViews rounds,
            InspectionViews inspections,
            KeyTasks keyTasks,
            KeyTaskLamps lamps,
            OrgUnits units,
            CycleSteps steps,
            Holders holders,
            CycleReopening reopening,
            IndicatorRows indicators,
            Timelines timelines,
            NumberWords numbers,
            Words words) {
        this.cycles = cycles;
        this.rounds = rounds;
        this.inspections = inspections;
        this.keyTasks = keyTasks;
        this.lamps = lamps;
        this.units = units;
        this.steps = steps;
        this.holders = holders;
        this.reopening = reopening;
        this.indicators = indicators;
        this.timelines = timelines;
        this.numbers = numbers;
        this.words = words;
    }

    /** @throws DomainException not found, also where the reader may not know that it exists */
    CycleStory tell(String cycleId, CurrentUser reader) {
        CycleDetail detail = cycles.detail(cycleId, reader);
        CycleView cycle = detail.cycle();
        RoundView round = rounds.find(reader.requiredGovernment(), cycle.roundId())
                .orElseThrow(() -> DomainException.notFound(cycleId));
        KeyTask keyTask = keyTasks.get(cycle.keyTaskId());
        PreviousQuarter previous = previous(keyTask, round.quarter(), reader).orElse(null);
        NumberWords.Series series = numbers.series(round.government());
        return new CycleStory(
                cycle,
                round,
                keyTask,
                words.quarter(round.quarter()),
                keyTask.milestone(round.quarter().number()).orElse(null),
                previous,
                lamps.lastFour(List.of(keyTask.id())).getOrDefault(keyTask.id(), List.of()),
                steps.of(detail, round),
                holders.of(detail, round),
                parts(detail.parts()),
                versions(detail.reports(), previous),
                SentBack.of(detail, reopening.latest(cycleId)).orElse(null),
                timelines.badges(detail, series),
                inspections.all(InspectionFilter.ofCycle(cycle.id()), reader).stream()
                        .filter(inspection ->
                                inspection.agreement() != null && inspection.decision() != InspectionDecision.REJECT)
                        .toList(),
                timelines.of(detail, round, series));
    }

    /** Of the same year only: figures and plan begin anew with the year. */
    private Optional<PreviousQuarter> previous(KeyTask keyTask, Quarter quarter, CurrentUser reader) {
        if (quarter.number() == 1) {
            return Optional.empty();
        }
        Quarter before = quarter.previous();
        String roundId = keyTask.government() + "-" + before;
        return cycles.list(CycleFilter.ofKeyTask(keyTask.id()), reader, 0, 50).items().stream()
                .filter(cycle -> cycle.roundId().equals(roundId))
                .findFirst()
                .map(cycle -> new PreviousQuarter(
                        words.quarter(before),
                        cycle.id(),
                        keyTask.milestone(before.number()).orElse(null),
                        cycles.detail(cycle.id(), reader).reports().stream()
                                .findFirst()
                                .orElse(null)));
    }

    private List<Part> parts(List<PartnerPart> parts) {
        Map<String, OrgUnit> named =
                units.byCodes(parts.stream().map(PartnerPart::unit).toList());
        return parts.stream()
                .map(part -> new Part(named.get(part.unit()).name(), part))
                .toList();
    }

    private List<Version> versions(List<ReportVersion> newestFirst, @Nullable PreviousQuarter previous) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            ReportVersion report = newestFirst.get(i);
            if (i + 1 < newestFirst.size()) {
                ReportVersion before = newestFirst.get(i + 1);
                versions.add(version(
                        report,
                        words.of("dashboard.difference.version", String.valueOf(before.version())),
                        before.progress()));
            } else if (previous != null && previous.report() != null) {
                versions.add(version(
                        report,
                        words.of("dashboard.difference.quarter"),
                        previous.report().progress()));
            } else {
                versions.add(new Version(report, indicators.of(report.indicators()), null, List.of()));
            }
        }
        return versions;
    }

    private Version version(ReportVersion report, String against, String before) {
        return new Version(
                report, indicators.of(report.indicators()), against, TextDifference.between(before, report.progress()));
    }
}
