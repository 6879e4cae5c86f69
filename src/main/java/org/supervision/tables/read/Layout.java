package org.supervision.tables.read;

/** The layouts that are recognised; the names are part of the REST contract. */
public enum Layout {
    /** Two rows per key task, milestones and action plans of four quarters. */
    PLAN_GRID,
    /** One row per key task with its units and the progress of a quarter. */
    RESULT_LIST;

    /** Whether documents of this layout say what was reached in one quarter. */
    public boolean statesResults() {
        return this == RESULT_LIST;
    }
}
