package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report in prose: what was reached in one year and what is planned for another. It has no key tasks; its rows are
 * goals that a person may make some of, without number and units. A table of indicators says the same in short.
 *
 * @param layout NARRATIVE or INDICATORS
 * @param planYear as the title of the plan names it, else null
 * @param reviewYear as the title of the review names it, else null
 * @param passages the sentences in their order
 */
public record ReadNarrative(
        Layout layout,
        String title,
        @Nullable Integer planYear,
        @Nullable Integer reviewYear,
        List<Passage> passages,
        List<TableRow> rows)
        implements ReadDocument {

    public ReadNarrative {
        passages = List.copyOf(passages);
        rows = List.copyOf(rows);
    }

    @Override
    public @Nullable Integer year() {
        return planYear;
    }

    @Override
    public @Nullable Integer quarter() {
        return null;
    }

    /** Only rows that a person picks are in question; before that nothing is wrong. */
    @Override
    public List<TableProblem> problems() {
        return List.of();
    }

    /** What a sentence belongs to. */
    public enum Part {
        /** Before the first title; speaks of the past year. */
        INTRODUCTION,
        REVIEW,
        PLAN
    }

    /**
     * One sentence.
     *
     * @param section number of its section; 0 before the first one of its part
     * @param heading of its section; empty before the first one
     * @param row ordinal of the row of a goal; null for any other sentence
     */
    public record Passage(
            int ordinal,
            Part part,
            int section,
            String heading,
            String text,
            SourcePosition position,
            @Nullable Integer row) {}
}
