package org.supervision.escalation;

import java.util.Map;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.Quarter;

/** The office changed a unit's score by hand. */
public record ScoreMarked(String government, String unit, Quarter quarter, int points, String reason)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "score";
    }

    @Override
    public String objectId() {
        return unit + "-" + quarter;
    }

    @Override
    public String act() {
        return "mark-score";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("points", new Change(null, String.valueOf(points)), "reason", new Change(null, reason));
    }
}
