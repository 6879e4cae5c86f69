package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.web.CycleStory.Entry;
import org.supervision.dashboard.web.CycleStory.Part;
import org.supervision.dashboard.web.CycleStory.PreviousQuarter;
import org.supervision.dashboard.web.CycleStory.SlipBadge;
import org.supervision.dashboard.web.CycleStory.Version;
import org.supervision.escalation.NumberWords;
import org.supervision.escalation.SlipKind;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.CycleSlips;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.InspectionDecision;
import org.supervision.reporting.InspectionFilter;
import org.supervision.reporting.InspectionViews;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportSource;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReportVersion.SignedReview;
import org.supervision.reporting.Review;
import org.supervision.reporting.ReviewDecision;
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
    private final DateWords dateWords;
    private final CycleReopening reopening;
    private final IndicatorRows indicators;
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
            DateWords dateWords,
            CycleReopening reopening,
            IndicatorRows indicators,
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
        this.dateWords = dateWords;
        this.reopening = reopening;
        this.indicators = indicators;
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
                detail.slips().stream().map(this::badge).toList(),
                inspections.all(InspectionFilter.ofCycle(cycle.id()), reader).stream()
                        .filter(inspection ->
                                inspection.agreement() != null && inspection.decision() != InspectionDecision.REJECT)
                        .toList(),
                timeline(detail, round));
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

    private SlipBadge badge(CycleSlips.Slip slip) {
        return new SlipBadge(
                slip.kind(),
                number(slip),
                slip.endedBecause() == null ? null : words.of("escalation.ended." + slip.endedBecause()),
                "/slips/" + slip.id(),
                slip.issuedAt());
    }

    private String number(CycleSlips.Slip slip) {
        return numbers.own(SlipKind.valueOf(slip.kind()), slip.year(), slip.number());
    }

    private List<Entry> timeline(CycleDetail detail, RoundView round) {
        List<Entry> entries = new ArrayList<>();
        if (round.openedAt() != null) {
            entries.add(system(
                    round.openedAt(), words.of("dashboard.timeline.opened", dateWords.day(round.reportDueOn()))));
        }
        for (PartnerPart part : detail.parts()) {
            if (part.submittedAt() != null) {
                entries.add(new Entry(
                        part.submittedAt(),
                        part.submittedByName(),
                        words.of("dashboard.timeline.part"),
                        Entry.Kind.OTHER));
            }
        }
        detail.reports().forEach(report -> addVersion(entries, report));
        for (CycleSlips.Slip slip : detail.slips()) {
            entries.add(new Entry(
                    slip.issuedAt(),
                    null,
                    words.of("dashboard.timeline.slip", words.of("portal.slip." + slip.kind()), number(slip)),
                    Entry.Kind.OVERDUE));
            if (slip.endedAt() != null) {
                entries.add(system(
                        slip.endedAt(),
                        words.of(
                                "dashboard.timeline.slip-ended",
                                number(slip),
                                words.of("escalation.ended." + slip.endedBecause()))));
            }
        }
        CycleView cycle = detail.cycle();
        reopening
                .latest(cycle.id())
                .ifPresent(reopened -> entries.add(new Entry(
                        reopened.reopenedAt(),
                        reopened.reopenedBy(),
                        words.of("dashboard.timeline.reopened", reopened.reason()),
                        Entry.Kind.OTHER)));
        if (cycle.state() == CycleState.SUSPENDED) {
            keyTasks.suspendedOn(cycle.keyTaskId())
                    .ifPresent(day -> entries.add(system(
                            day.atStartOfDay(WorkingDays.ZONE).toInstant(), words.of("dashboard.timeline.suspended"))));
        }
        if (cycle.closedAt() != null && cycle.outcome() != null && cycle.outcome() != CycleOutcome.APPROVED) {
            entries.add(system(cycle.closedAt(), words.of("dashboard.timeline." + cycle.outcome())));
        }
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }

    private void addVersion(List<Entry> entries, ReportVersion report) {
        String version = String.valueOf(report.version());
        entries.add(new Entry(
                report.submittedAt(), report.submittedByName(), submission(report, version), Entry.Kind.SUBMITTED));
        if (report.undoneAt() != null) {
            entries.add(new Entry(
                    report.undoneAt(),
                    report.submittedByName(),
                    words.of("dashboard.timeline.undone", version),
                    Entry.Kind.OTHER));
        }
        for (SignedReview signed : report.reviews()) {
            boolean approved = signed.review().decision() == ReviewDecision.APPROVE;
            entries.add(new Entry(
                    signed.reviewedAt(),
                    signed.reviewedByName(),
                    approved
                            ? approval(signed.review())
                            : words.of("dashboard.timeline.returned", version, why(signed)),
                    approved ? Entry.Kind.APPROVED : Entry.Kind.RETURNED));
        }
    }

    private String submission(ReportVersion report, String version) {
        if (report.enteredFrom() != null) {
            return words.of(
                    "dashboard.timeline.entered", version, words.of("workflow.entry-source", report.enteredFrom()));
        }
        return words.of(
                report.source() == ReportSource.IMPORT ? "dashboard.timeline.imported" : "dashboard.timeline.submitted",
                version);
    }

    private String approval(Review review) {
        return words.joined(
                review.verdict() == null
                        ? words.of("dashboard.timeline.unit-approved")
                        : words.of(
                                "dashboard.timeline.office-approved", words.of("reporting.verdict", review.verdict())),
                review.comment() == null ? "" : review.comment());
    }

    private String why(SignedReview signed) {
        Review review = signed.review();
        return words.joined(
                review.reason() == null ? "" : words.of("reporting.reason", review.reason()),
                review.comment() == null ? "" : review.comment());
    }

    private static Entry system(java.time.Instant at, String what) {
        return new Entry(at, null, what, Entry.Kind.SYSTEM);
    }
}
