package org.supervision.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.web.CycleStory.Entry;
import org.supervision.dashboard.web.CycleStory.SlipBadge;
import org.supervision.escalation.NumberWords;
import org.supervision.escalation.SlipKind;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.CycleReopening.Reopening;
import org.supervision.reporting.CycleSlips;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportSource;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReportVersion.SignedReview;
import org.supervision.reporting.Review;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.RoundViews.RoundView;

/** Says what happened to cycles, of what the reader may see of them. */
@Component
class Timelines {

    private final KeyTasks keyTasks;
    private final CycleReopening reopening;
    private final DateWords dateWords;
    private final Words words;

    Timelines(KeyTasks keyTasks, CycleReopening reopening, DateWords dateWords, Words words) {
        this.keyTasks = keyTasks;
        this.reopening = reopening;
        this.dateWords = dateWords;
        this.words = words;
    }

    /** The slips about a cycle, as templates draw them. */
    List<SlipBadge> badges(CycleDetail detail, NumberWords.Series series) {
        return detail.slips().stream()
                .map(slip -> new SlipBadge(
                        slip.kind(),
                        number(slip, series),
                        slip.endedBecause() == null ? null : words.of("escalation.ended." + slip.endedBecause()),
                        "/slips/" + slip.id(),
                        slip.issuedAt()))
                .toList();
    }

    private static String number(CycleSlips.Slip slip, NumberWords.Series series) {
        return series.number(SlipKind.valueOf(slip.kind()), slip.year(), slip.number());
    }

    /** What happened to a cycle, newest first. */
    List<Entry> of(CycleDetail detail, RoundView round, NumberWords.Series series) {
        return ofAll(List.of(detail), Map.of(round.id(), round), series).stream()
                .map(Happened::entry)
                .toList();
    }

    /** The same of several cycles together, each said of which quarter. */
    List<Entry> ofYear(List<CycleDetail> details, Map<String, RoundView> rounds, NumberWords.Series series) {
        return ofAll(details, rounds, series).stream()
                .map(happened -> {
                    Entry entry = happened.entry();
                    String quarter = words.of(
                            "dashboard.card.bare-quarter",
                            happened.cycle().quarter().number());
                    return new Entry(
                            entry.at(),
                            entry.who(),
                            words.of("dashboard.timeline.of-quarter", quarter, entry.what()),
                            entry.kind());
                })
                .toList();
    }

    private record Happened(CycleView cycle, Entry entry) {}

    private List<Happened> ofAll(List<CycleDetail> details, Map<String, RoundView> rounds, NumberWords.Series series) {
        Map<String, Reopening> reopened = reopening.latest(
                details.stream().map(detail -> detail.cycle().id()).toList());
        LocalDate suspended = details.stream()
                .map(CycleDetail::cycle)
                .filter(cycle -> cycle.state() == CycleState.SUSPENDED)
                .findFirst()
                .flatMap(cycle -> keyTasks.suspendedOn(cycle.keyTaskId()))
                .orElse(null);
        List<Happened> happened = new ArrayList<>();
        for (CycleDetail detail : details) {
            CycleView cycle = detail.cycle();
            List<Entry> entries = entries(detail, Objects.requireNonNull(rounds.get(cycle.roundId())), series);
            Reopening again = reopened.get(cycle.id());
            if (again != null) {
                entries.add(new Entry(
                        again.reopenedAt(),
                        again.reopenedBy(),
                        words.of("dashboard.timeline.reopened", again.reason()),
                        Entry.Kind.OTHER));
            }
            if (cycle.state() == CycleState.SUSPENDED && suspended != null) {
                entries.add(system(
                        suspended.atStartOfDay(WorkingDays.ZONE).toInstant(),
                        words.of("dashboard.timeline.suspended")));
            }
            entries.forEach(entry -> happened.add(new Happened(cycle, entry)));
        }
        happened.sort(Comparator.comparing((Happened each) -> each.entry().at()).reversed());
        return happened;
    }

    private List<Entry> entries(CycleDetail detail, RoundView round, NumberWords.Series series) {
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
                    words.of("dashboard.timeline.slip", words.of("portal.slip." + slip.kind()), number(slip, series)),
                    Entry.Kind.OVERDUE));
            if (slip.endedAt() != null) {
                entries.add(system(
                        slip.endedAt(),
                        words.of(
                                "dashboard.timeline.slip-ended",
                                number(slip, series),
                                words.of("escalation.ended." + slip.endedBecause()))));
            }
        }
        CycleView cycle = detail.cycle();
        if (cycle.closedAt() != null && cycle.outcome() != null && cycle.outcome() != CycleOutcome.APPROVED) {
            entries.add(system(cycle.closedAt(), words.of("dashboard.timeline." + cycle.outcome())));
        }
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

    private static Entry system(Instant at, String what) {
        return new Entry(at, null, what, Entry.Kind.SYSTEM);
    }
}
