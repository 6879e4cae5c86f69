package org.supervision.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Under which terms a cycle's report is owed; an act changes them and its undoing restores them. */
record ReportTerms(
        boolean returned, Instant reportDueAt, @Nullable LocalDate reportDueFrom, @Nullable Integer reportDueDays) {}
