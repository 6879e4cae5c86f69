package org.supervision.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.dashboard.web.CycleStory.Entry;
import org.supervision.dashboard.web.CycleStory.SlipBadge;
import org.supervision.dashboard.web.CycleStory.Step;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.Evidence;
import org.supervision.reporting.ReportVersion;
import org.supervision.workflow.ProcessDiagrams;

/**
 * A key task's year, what was planned above what was reported, narrowed to what the reader may see of each cycle.
 *
 * @param quarters all four
 * @param files of each report and part that has any, the latest quarter first
 * @param slips the latest first
 * @param history newest first
 */
record KeyTaskYear(
        KeyTask keyTask,
        List<QuarterColumn> quarters,
        List<IndicatorLine> indicators,
        @Nullable Current current,
        List<QuarterSlip> slips,
        List<Files> files,
        List<Entry> history,
        Scope scope) {

    /** How much of its history is told. */
    enum Scope {
        QUARTER,
        YEAR
    }

    /**
     * One quarter.
     *
     * @param lamp name of a level: of the cycle, or why there is none
     * @param milestone what it is to reach; {@code null} if the plan says nothing about it
     * @param cycle {@code null} before its round is open, and where nothing was arranged
     * @param report the last version that stands; {@code null} if there is none to be seen
     * @param readable whether the reader may see its reports
     * @param reportedAt when its report came in first
     * @param approvedAt when the office approved it
     * @param dueOn when its report is due; {@code null} while no round is planned
     */
    record QuarterColumn(
            int number,
            String lamp,
            @Nullable Milestone milestone,
            @Nullable CycleView cycle,
            @Nullable ReportVersion report,
            boolean readable,
            @Nullable Instant reportedAt,
            @Nullable Instant approvedAt,
            @Nullable LocalDate dueOn,
            List<SlipBadge> slips,
            boolean current) {

        /** Whether a report has been handed in that the reader may not see. */
        public boolean isHidden() {
            return cycle != null && !readable && cycle.reportVersions() > 0;
        }

        /** Whether the unit calls fine what the values do not. */
        public boolean contradictsLamp() {
            return report != null
                    && report.verdict() != null
                    && report.verdict().contradicts(report.lamp());
        }
    }

    /**
     * One indicator through the year.
     *
     * @param target as it is agreed now, in words
     * @param readings of each quarter; {@code null} where its report says nothing of it or cannot be seen
     */
    record IndicatorLine(String name, String target, List<@Nullable IndicatorRow> readings) {}

    /**
     * The cycle that runs; of several, or where none does any more, the latest.
     *
     * @param diagram {@code null} for results of tables from elsewhere
     */
    record Current(
            CycleView cycle,
            String quarter,
            List<Step> steps,
            List<Holders.Segment> holders,
            ProcessDiagrams.@Nullable Progress diagram) {}

    /** A slip with the quarter it is about. */
    record QuarterSlip(int quarter, SlipBadge slip) {}

    /** The files of one report or part. */
    record Files(int quarter, String of, List<Evidence> evidence) {}
}
