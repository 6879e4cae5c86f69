package org.supervision.reporting;

/** The six reasons for which the supervision office returns a report. */
public enum ReturnReason {
    FACTS_UNCLEAR,
    PROBLEM_NOT_SOLVED,
    NOT_CARRIED_OUT,
    CONCLUSION_INACCURATE,
    MEASURES_NOT_LAWFUL,
    FORMAT
}
