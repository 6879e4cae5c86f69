package org.supervision.changerequest;

/** Whose decision is asked. */
public enum ChangeStep {
    UNIT_LEADER,
    OFFICE,
    CHIEF,
    CITY_LEADER
}
