package org.supervision.notification;

import org.jspecify.annotations.Nullable;

/**
 * Which ways out a government uses.
 *
 * @param robotUrl with the robot's key in it: never shown
 * @param robotSecret signs calls of DingTalk's robots; {@code null} for robots without
 */
public record ChannelSetting(
        String government,
        boolean mail,
        @Nullable RobotKind robot,
        @Nullable String robotUrl,
        @Nullable String robotSecret) {

    /** Without the robot's key. */
    @Override
    public String toString() {
        return "ChannelSetting of " + government;
    }
}
