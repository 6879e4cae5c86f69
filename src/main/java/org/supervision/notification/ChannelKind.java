package org.supervision.notification;

/** A way out of the system. */
public enum ChannelKind {
    MAIL,
    ROBOT
}
