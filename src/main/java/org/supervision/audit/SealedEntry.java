package org.supervision.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with the seal it has got.
 *
 * @param position in its chain; {@code null}, as algorithm and hash, while it waits for its seal
 * @param sealed the fields the hash is taken over, for who computes it anew; none while it waits
 */
public record SealedEntry(
        AuditEntry entry,
        @Nullable Long position,
        @Nullable String algorithm,
        @Nullable String hash,
        List<@Nullable String> sealed) {}
