package org.supervision.reporting;

/** Where an inspection stands. */
public enum InspectionState {
    PLANNED,
    /** It contradicts an approved report: the chief decides what follows. */
    DECIDING,
    RECORDED,
    /** It was not carried out. */
    CANCELLED
}
