package org.supervision.notification;

/**
 * A message could not be handed to its channel; it is tried again.
 *
 * <p>The reason is a message key behind {@code notification.delivery-error.}; the detail is what the other side said.
 */
class DeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a message did not get out. */
    enum Reason {
        CHANNEL_OFF,
        NO_ADDRESS,
        UNREACHABLE,
        REFUSED,
        UNEXPECTED
    }

    private final Reason reason;

    DeliveryFailedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
