package org.supervision.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a published result table.
 *
 * @param supportingUnits as the key task names them, or the imported table of a past round did: a group stays a group
 * @param progress paragraphs of the approved report; empty without one
 * @param outcome anything but APPROVED is published as not reported or not approved, never as progress
 * @param verdict the office's; {@code null} if none is known
 */
public record ResultRow(
        int number,
        String goal,
        String leadUnit,
        List<String> supportingUnits,
        List<String> progress,
        CycleOutcome outcome,
        @Nullable Verdict verdict) {}
