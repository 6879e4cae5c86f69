package org.supervision.tables.read;

/** The layouts that are recognised; the names are part of the REST contract. */
public enum Layout {
    /** Two rows per key task, milestones and action plans of four quarters. */
    PLAN_GRID,
    /** A row, card or paragraph per key task with its units, and perhaps what each quarter must reach. */
    PLAN_LIST,
    /** Two rows per key task, milestone and action plan of one quarter beside what was reached in it. */
    QUARTER_RESULT,
    /** One row per key task with its units and the progress of a quarter. */
    RESULT_LIST,
    /** A report in prose of what was reached and what is planned; key tasks are picked from it. */
    NARRATIVE,
    /** A row per indicator with its target or value; key tasks and values are picked from it as from a report. */
    INDICATORS,
    /** A table below heads nobody knows: a person says what its columns are, then it is one of the others. */
    UNMAPPED;

    /** Whether documents of this layout say what was reached in one quarter. */
    public boolean statesResults() {
        return this == QUARTER_RESULT || this == RESULT_LIST;
    }

    /** Whether documents of this layout say what is to be reached in a quarter. */
    public boolean statesMilestones() {
        return this == PLAN_GRID || this == PLAN_LIST || this == QUARTER_RESULT;
    }

    /** Whether documents of this layout state key tasks one by one. */
    public boolean isTable() {
        return this != NARRATIVE && this != INDICATORS;
    }

    /** Whether key tasks are written in this layout, too: it has a place for all they have. */
    public boolean isWritten() {
        return this == PLAN_GRID || statesResults();
    }

    /** Whether documents of this layout have a place for the verdict of every key task. */
    public boolean statesVerdicts() {
        return this == QUARTER_RESULT;
    }
}
