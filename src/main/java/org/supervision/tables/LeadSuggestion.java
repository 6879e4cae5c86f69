package org.supervision.tables;

import org.jspecify.annotations.Nullable;

/**
 * A unit that may lead a goal, and why one might think so; a person decides.
 *
 * @param unit code
 * @param keyTask id of the earlier key task with a similar goal, if that is why
 * @param year of it
 * @param number of it
 */
public record LeadSuggestion(
        String unit,
        String name,
        Reason reason,
        @Nullable String keyTask,
        @Nullable Integer year,
        @Nullable Integer number) {

    /** Why a unit is suggested. */
    public enum Reason {
        /** The goal names it. */
        NAMED,
        /** It led something similar before. */
        LED_SIMILAR,
        /** Words of its name stand in the goal. */
        WORDS
    }
}
