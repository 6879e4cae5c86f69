package org.supervision.keytask;

import java.time.LocalDate;

/** What is owed for the key task counts again. */
public record KeyTaskResumed(String id, LocalDate suspendedOn) {}
