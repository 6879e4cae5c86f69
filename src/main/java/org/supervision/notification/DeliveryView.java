package org.supervision.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the delivery log.
 *
 * @param recipientName {@code null} until the first attempt for people whose account or contact is gone
 * @param address where it went, {@code null} until it was sent
 * @param why what the message told: the sentence of an urgent notice, or that it was a digest
 * @param error what stopped the last attempt, in words
 */
public record DeliveryView(
        long id,
        ChannelKind channel,
        String recipient,
        @Nullable String recipientName,
        @Nullable String address,
        String why,
        State state,
        int attempts,
        @Nullable String error,
        Instant preparedAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable String text) {

    DeliveryView withRecipientName(@Nullable String name) {
        return new DeliveryView(
                id,
                channel,
                recipient,
                name,
                address,
                why,
                state,
                attempts,
                error,
                preparedAt,
                lastAttemptAt,
                deliveredAt,
                text);
    }

    /** How it fares. */
    public enum State {
        PENDING,
        RETRYING,
        STOPPED,
        DELIVERED
    }
}
