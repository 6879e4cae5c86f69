package org.supervision.escalation;

/** One row of a ladder: a place and what happens there. */
public record LadderRow(LadderPlace place, LadderRule rule) {}
