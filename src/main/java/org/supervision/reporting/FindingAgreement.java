package org.supervision.reporting;

/** How what was seen on the spot stands to what was reported. */
public enum FindingAgreement {
    AGREES,
    PARTLY,
    CONTRADICTS,
    NO_REPORT;

    /** Whether it says that the report is wrong, wholly or in part. */
    public boolean isContradicting() {
        return this == PARTLY || this == CONTRADICTS;
    }
}
