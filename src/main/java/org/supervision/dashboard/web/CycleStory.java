package org.supervision.dashboard.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.InspectionView;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SentBack;
import org.supervision.shared.TextDifference;

/**
 * What a page tells about one cycle, narrowed to what the reader may see of it.
 *
 * @param milestone what this quarter is to reach; {@code null} if the plan says nothing about it
 * @param previous the same key task a quarter before; {@code null} if nothing is known of it
 * @param lamps of the last four quarters, the oldest first
 * @param versions newest first
 * @param sentBack why the report came back; {@code null} unless it is with the unit again
 * @param findings what inspections found of its report, the latest first
 * @param timeline newest first
 */
record CycleStory(
        CycleView cycle,
        RoundView round,
        KeyTask keyTask,
        String quarter,
        @Nullable Milestone milestone,
        @Nullable PreviousQuarter previous,
        List<QuarterLamp> lamps,
        List<Step> steps,
        List<Holders.Segment> holders,
        List<Part> parts,
        List<Version> versions,
        @Nullable SentBack sentBack,
        List<SlipBadge> slips,
        List<InspectionView> findings,
        List<Entry> timeline) {

    /** @param report what was approved or last submitted then; {@code null} where there is none to be seen */
    record PreviousQuarter(
            String quarter, String cycleId, @Nullable Milestone milestone, @Nullable ReportVersion report) {}

    /** A step of the stepper. */
    record Step(String label, @Nullable String note, State state) {

        /** Where the cycle is, seen from the step. */
        enum State {
            DONE,
            HERE,
            OPEN
        }
    }

    /** A partner unit's part with the unit's name. */
    record Part(String unitName, PartnerPart part) {}

    /**
     * A version with what is new in it.
     *
     * @param readings what it says of its indicators
     * @param against in words what it is compared with: the version before or last quarter's report; {@code null} if
     *     there is neither
     */
    record Version(
            ReportVersion report,
            List<IndicatorRow> readings,
            @Nullable String against,
            List<TextDifference.Part> changes) {}

    /** A slip as the template {@code fragments/marks} draws it. */
    record SlipBadge(
            String kind, String number, @Nullable String endedBecause, @Nullable String url, Instant issuedAt) {}

    /** A line of the timeline. */
    record Entry(Instant at, @Nullable String who, String what, Kind kind) {

        /** What sort of thing happened. */
        enum Kind {
            SUBMITTED,
            APPROVED,
            RETURNED,
            OVERDUE,
            SYSTEM,
            OTHER
        }
    }

    /** The version that is drafted anew or under review; {@code null} before the first. */
    @Nullable
    public Version latest() {
        return versions.isEmpty() ? null : versions.get(0);
    }

    /** Whether one that is missing may still come in: until the lead submits. */
    public boolean partsAwaited() {
        boolean open =
                cycle.state() == CycleState.PARTNER_INPUT || cycle.state() == CycleState.DRAFTING && !cycle.returned();
        return open && partsIn() < parts.size();
    }

    /** Whether the unit calls fine what the values do not. */
    public boolean contradictsLamp() {
        Version latest = latest();
        return latest != null
                && latest.report().verdict() != null
                && latest.report().verdict().contradicts(latest.report().lamp());
    }

    public long partsIn() {
        return parts.stream().filter(part -> part.part().submittedAt() != null).count();
    }
}
