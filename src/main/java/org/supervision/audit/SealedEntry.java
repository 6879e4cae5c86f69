package org.supervision.audit;

import org.jspecify.annotations.Nullable;

/**
 * An entry with the seal it has got.
 *
 * @param position in its chain; {@code null}, as algorithm and hash, while it waits for its seal
 */
public record SealedEntry(
        AuditEntry entry, @Nullable Long position, @Nullable String algorithm, @Nullable String hash) {}
