package org.supervision.reporting;

import java.time.Instant;
import java.util.List;
import org.supervision.shared.Quarter;

/**
 * The result table of a round as the office chief signed it.
 *
 * @param number 1 for the first, higher for corrections
 * @param withheld key tasks that are left out
 * @param sha256 of the stored rows, hexadecimal
 */
public record Publication(
        String roundId,
        int number,
        String government,
        Quarter quarter,
        List<ResultRow> rows,
        int withheld,
        String sha256,
        String signedByName,
        Instant signedAt) {

    public long notReported() {
        return rows.stream()
                .filter(row -> row.outcome() != CycleOutcome.APPROVED)
                .count();
    }
}
