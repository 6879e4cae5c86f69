package org.supervision.tables;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** Somebody asked for all tables of a year or, with a term, began to archive it. */
public record YearExportRequested(String government, String exportId, int year, boolean archive)
        implements AuditableEvent {

    static YearExportRequested of(YearExport export) {
        return new YearExportRequested(export.government(), export.id(), export.year(), export.isArchive());
    }

    @Override
    public String objectType() {
        return archive ? "year-archive" : "year-export";
    }

    @Override
    public String objectId() {
        return exportId;
    }

    @Override
    public String act() {
        return archive ? "begin-archive" : "request-export";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("year", new Change(null, String.valueOf(year)));
    }
}
