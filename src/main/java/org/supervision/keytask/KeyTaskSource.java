package org.supervision.keytask;

/** Where a key task comes from. */
public enum KeyTaskSource {
    WORK_REPORT,
    LEADER_INSTRUCTION,
    MEETING,
    LIVELIHOOD,
    PROPOSAL
}
