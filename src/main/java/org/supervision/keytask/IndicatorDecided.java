package org.supervision.keytask;

import java.util.Map;
import org.supervision.keytask.IndicatorProposal.State;
import org.supervision.shared.AuditableEvent;

/**
 * The office confirmed, corrected or rejected an indicator of a key task, or took that back.
 *
 * @param before as it was proposed or decided
 * @param after as it is decided now
 */
public record IndicatorDecided(String id, String government, IndicatorProposal before, IndicatorProposal after)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "key-task";
    }

    @Override
    public String objectId() {
        return id;
    }

    @Override
    public String act() {
        return after.state() == State.CONFIRMED
                ? "confirm-indicator"
                : after.state() == State.REJECTED ? "reject-indicator" : "reopen-indicator";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of(
                "state",
                new Change(before.state().name(), after.state().name()),
                "indicator",
                new Change(before.indicator().summary(), after.indicator().summary()));
    }
}
