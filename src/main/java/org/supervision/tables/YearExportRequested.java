package org.supervision.tables;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** Somebody asked for all tables of a year. */
public record YearExportRequested(String government, String exportId, int year) implements AuditableEvent {

    @Override
    public String objectType() {
        return "year-export";
    }

    @Override
    public String objectId() {
        return exportId;
    }

    @Override
    public String act() {
        return "request-export";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("year", new Change(null, String.valueOf(year)));
    }
}
