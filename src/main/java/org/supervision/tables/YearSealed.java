package org.supervision.tables;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** An edition of a year's archive was sealed. */
public record YearSealed(String government, String exportId, int year, String edition, String seal)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "year-archive";
    }

    @Override
    public String objectId() {
        return exportId;
    }

    @Override
    public String act() {
        return "seal-archive";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of(
                "year", new Change(null, String.valueOf(year)),
                "edition", new Change(null, edition),
                "sha256", new Change(null, seal));
    }
}
