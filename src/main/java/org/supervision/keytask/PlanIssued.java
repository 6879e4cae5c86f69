package org.supervision.keytask;

import org.supervision.shared.AuditableEvent;

/** The chief issued a year's plan: its key tasks are binding, and units may object to leading them for a time. */
public record PlanIssued(String government, int year) implements AuditableEvent {

    @Override
    public String objectType() {
        return "annual-plan";
    }

    @Override
    public String objectId() {
        return government + "-" + year;
    }

    @Override
    public String act() {
        return "issue-plan";
    }
}
