package org.supervision.keytask;

/** What a text leaves open about an indicator, for a person to answer. */
public enum IndicatorQuestion {
    /** Whether a period named further above still holds. */
    PERIOD,
    /** Whether the figure of a later quarter counts from the year's start or from the quarter's. */
    CUMULATIVE_OR_QUARTER,
    /** Whether the digit before the point is the number of a list item. */
    LIST_NUMBER,
    /** Whether a percentage is a growth or a share. */
    BASE,
    /** Which figure belongs to which of the things named. */
    GROUP
}
