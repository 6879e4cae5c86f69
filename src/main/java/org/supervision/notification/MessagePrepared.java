package org.supervision.notification;

/** A message that does not wait for the next morning is ready to be delivered. */
public record MessagePrepared(String government, long messageId) {}
