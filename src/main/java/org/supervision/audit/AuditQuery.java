package org.supervision.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * Which part of the trail is asked for; {@code null} for any.
 *
 * @param government the only one whose entries may be seen; {@code null} for the whole installation
 */
public record AuditQuery(
        @Nullable String government,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String actor,
        int page,
        int size,
        Sort sort) {}
