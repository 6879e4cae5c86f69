package org.supervision.audit.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.audit.AuditEntry;
import org.supervision.audit.FieldNames;
import org.supervision.shared.AuditableEvent.Change;

/**
 * An entry as its reader may see it.
 *
 * @param origin address the call came from
 * @param fields names of the changed fields
 * @param changes their values before and after; {@code null} for the auditor where they may be texts
 */
record AuditEntryView(
        long id,
        @Nullable String government,
        OffsetDateTime at,
        String actor,
        @Nullable String actorName,
        @Nullable String origin,
        String act,
        String objectType,
        String objectId,
        List<String> fields,
        @Nullable Map<String, Change> changes) {

    static AuditEntryView of(AuditEntry entry, ZoneId zone, boolean withValues) {
        return new AuditEntryView(
                entry.id(),
                entry.government(),
                entry.at().atZone(zone).toOffsetDateTime(),
                entry.actor(),
                entry.actorName(),
                entry.origin(),
                entry.act(),
                entry.objectType(),
                entry.objectId(),
                entry.changes().keySet().stream()
                        .map(field -> withValues ? field : FieldNames.withoutPhrase(field))
                        .distinct()
                        .toList(),
                withValues || entry.hasNoTexts() ? entry.changes() : null);
    }
}
