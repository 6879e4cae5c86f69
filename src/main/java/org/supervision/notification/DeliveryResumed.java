package org.supervision.notification;

import org.supervision.shared.AuditableEvent;

/** Somebody has a message tried again that had been given up. */
public record DeliveryResumed(String government, long messageId, int attempts) implements AuditableEvent {

    @Override
    public String objectType() {
        return "message";
    }

    @Override
    public String objectId() {
        return String.valueOf(messageId);
    }

    @Override
    public String act() {
        return "resume-delivery";
    }
}
