package org.supervision.changerequest;

/** What has become of a request. */
public enum ChangeState {
    PENDING,
    GRANTED,
    REFUSED,
    /** Taken back by the unit that asked. */
    WITHDRAWN,
    /** What it asked for has lost its object before it was decided. */
    LAPSED
}
