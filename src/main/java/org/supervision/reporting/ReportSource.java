package org.supervision.reporting;

/** Where a version of a progress report comes from. */
public enum ReportSource {
    UNIT,
    IMPORT
}
