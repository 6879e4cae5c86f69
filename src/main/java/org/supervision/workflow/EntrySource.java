package org.supervision.workflow;

/** From where the office has what it enters on behalf of a unit (代填). */
public enum EntrySource {
    PAPER,
    TELEPHONE
}
