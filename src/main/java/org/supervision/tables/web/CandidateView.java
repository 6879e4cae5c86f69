package org.supervision.tables.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.FoundIndicator;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.IndicatorQuestion;
import org.supervision.tables.LeadSuggestion;
import org.supervision.tables.Narratives.Actual;
import org.supervision.tables.Narratives.Candidate;
import org.supervision.tables.RowAction;
import org.supervision.tables.read.ReadNarrative.Part;

/**
 * A goal of a report in prose that may become a key task.
 *
 * @param row ordinal under which it is corrected and picked
 * @param text as the document has it
 * @param goal as corrected
 */
record CandidateView(
        int row,
        int section,
        String heading,
        String text,
        @Nullable Integer number,
        String goal,
        @Nullable String leadUnit,
        RowAction action,
        List<IndicatorView> indicators,
        List<LeadSuggestion> suggestedLeadUnits) {

    /** An indicator with the words it was read from and what they leave open. */
    record IndicatorView(Indicator indicator, String words, Set<IndicatorQuestion> questions) {

        static IndicatorView of(FoundIndicator found, String text) {
            return new IndicatorView(found.indicator(), text.substring(found.start(), found.end()), found.questions());
        }
    }

    /** A figure that the report states of the past year. */
    record ActualView(
            String id,
            Part part,
            int section,
            String heading,
            String sentence,
            int year,
            Indicator indicator,
            String words,
            Set<IndicatorQuestion> questions,
            boolean kept) {

        static ActualView of(Actual actual) {
            return new ActualView(
                    actual.value().id(),
                    actual.passage().part(),
                    actual.passage().section(),
                    actual.passage().heading(),
                    actual.value().sentence(),
                    actual.value().year(),
                    actual.value().indicator(),
                    actual.value().words(),
                    actual.questions(),
                    actual.kept());
        }
    }

    static CandidateView of(Candidate candidate) {
        String goal = candidate.row().values().goal();
        return new CandidateView(
                candidate.row().row(),
                candidate.passage().section(),
                candidate.passage().heading(),
                candidate.passage().text(),
                candidate.row().values().number(),
                goal,
                candidate.row().values().leadUnit(),
                candidate.row().action(),
                candidate.indicators().stream()
                        .map(found -> IndicatorView.of(found, goal))
                        .toList(),
                candidate.suggestedLeads());
    }
}
