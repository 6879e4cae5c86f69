package org.supervision.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person or the engine has done that the audit trail must record in the same transaction: published as a
 * Spring application event, recorded by the module {@code audit}, which adds who and when.
 */
public interface AuditableEvent {

    /** The government the object belongs to; {@code null} for what concerns the whole installation. */
    @Nullable
    String government();

    /** Kind of the object, kebab-case, for instance {@code reporting-cycle}. */
    String objectType();

    String objectId();

    /** What was done: the domain's verb in kebab-case, for instance {@code submit-report}. */
    String act();

    /** Changed fields by name with their values before and after; empty where nothing was overwritten. */
    default Map<String, Change> changes() {
        return Map.of();
    }

    /** The value of one field before and after the act, as text. */
    record Change(@Nullable String before, @Nullable String after) {}
}
