package org.supervision.keytask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key tasks of one year of one government, and whether they are binding.
 *
 * @param keyTasks how many there are
 * @param issuance who issued it and when; {@code null} while it is a draft
 * @param objectionDays working days within which a unit may object to leading what it was given
 * @param objectionsUntil when the time for objections against the lead ends, counted from the issue; from today while it
 *     is a draft
 */
public record AnnualPlan(
        String government,
        int year,
        int keyTasks,
        @Nullable Issuance issuance,
        int objectionDays,
        Instant objectionsUntil) {

    /** The chief's act. */
    public record Issuance(Instant issuedAt, String issuedBy, String issuedByName) {}

    public boolean isIssued() {
        return issuance != null;
    }
}
