package org.supervision.keytask;

/** Nothing is owed for the key task until it is resumed. */
public record KeyTaskSuspended(String id) {}
