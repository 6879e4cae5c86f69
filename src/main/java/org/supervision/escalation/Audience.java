package org.supervision.escalation;

/** Whom a rung addresses; secretary and principal are contacts without account. */
public enum Audience {
    LIAISON,
    UNIT_LEADER,
    /** The unit's principal. */
    PRINCIPAL,
    /** The vice-mayor's secretary. */
    SECRETARY,
    OFFICER,
    OFFICE_CHIEF,
    CITY_LEADER
}
