package org.supervision.notification;

import org.supervision.notification.DeliveryFailedException.Reason;

/** An attempt to deliver a message failed; its transaction is rolled back. */
record DeliveryFailed(long messageId, Reason reason, String detail) {}
