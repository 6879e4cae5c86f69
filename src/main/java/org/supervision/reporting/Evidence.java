package org.supervision.reporting;

import java.time.Instant;

/**
 * A file that backs a report or a partner's part (佐证材料).
 *
 * @param size in bytes
 * @param sha256 of its content, hexadecimal
 */
public record Evidence(
        String id, String name, EvidenceType type, int size, String sha256, String attachedByName, Instant attachedAt) {

    /** Its ends, by which people compare it with the one a program prints. */
    public String shortSum() {
        return sha256.substring(0, 4) + "\u2026" + sha256.substring(sha256.length() - 4);
    }
}
