package org.supervision.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.supervision.shared.Quarter;

/**
 * The result table of a round as the office chief signed it.
 *
 * @param number 1 for the first, higher for corrections
 * @param withheld key tasks that are left out
 * @param grounds how many of them on which legal ground; those signed before grounds were kept are on none
 * @param sha256 of the rows, hexadecimal
 * @param superseded whether a correction has taken its place
 * @param withdrawn rows that were signed but say less since: they were marked afterwards, the correction is to follow
 */
public record Publication(
        String roundId,
        int number,
        String government,
        Quarter quarter,
        List<ResultRow> rows,
        int withheld,
        Map<WithholdingGround, Integer> grounds,
        String sha256,
        String signedByName,
        Instant signedAt,
        boolean superseded,
        int withdrawn) {

    /** The same as it may be read after marks that were set since. */
    Publication without(Publications.Draft rest, String hash, int changed) {
        return new Publication(
                roundId,
                number,
                government,
                quarter,
                rest.rows(),
                withheld + rest.withheld(),
                rest.groundsWith(grounds),
                hash,
                signedByName,
                signedAt,
                superseded,
                changed);
    }
}
