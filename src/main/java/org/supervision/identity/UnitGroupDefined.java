package org.supervision.identity;

import java.util.List;
import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A person has said for which units a phrase of the documents stands. */
public record UnitGroupDefined(String government, String text, List<String> before, List<String> units)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "unit-group";
    }

    @Override
    public String objectId() {
        return government;
    }

    @Override
    public String act() {
        return "define-unit-group";
    }

    @Override
    public Map<String, Change> changes() {
        // The phrase is of a document: a text that who audits does not read.
        return Map.of(
                "phrase",
                new Change(null, text),
                "units",
                new Change(String.join(" ", before), String.join(" ", units)));
    }
}
