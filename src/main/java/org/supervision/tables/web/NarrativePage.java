package org.supervision.tables.web;

import java.util.List;
import org.supervision.tables.LeadSuggestion;
import org.supervision.tables.web.CandidateView.ActualView;
import org.supervision.tables.web.CandidateView.IndicatorView;

/**
 * What there is to pick from a report in prose.
 *
 * @param picked how many goals are
 * @param kept how many values are
 * @param year of the values; 0 while the plan's is unknown
 */
record NarrativePage(List<PlanSection> plan, List<ReviewSection> review, long picked, long kept, int values, int year) {

    /** Goals under one heading. */
    record PlanSection(int number, String heading, List<Line> lines) {}

    /** Values under one heading; that of the introduction is empty. */
    record ReviewSection(int number, String heading, List<ActualView> actuals) {}

    /**
     * A goal as it stands in the form.
     *
     * @param text of the document
     * @param problems that keep it from becoming a key task; none while it is not picked
     */
    record Line(
            int row,
            String text,
            boolean ticked,
            String number,
            String goal,
            String leadUnit,
            List<IndicatorView> indicators,
            List<LeadSuggestion> suggestions,
            List<ProblemView> problems) {

        /** Lines the text needs in a field of ordinary width. */
        public int height() {
            return Math.max(2, Math.min(8, 1 + goal.length() / 44));
        }
    }
}
