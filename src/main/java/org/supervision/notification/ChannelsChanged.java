package org.supervision.notification;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** A government uses other ways out from now on; the addresses and secrets of robots stay out of the trail. */
record ChannelsChanged(String government, String mailBefore, String mailAfter, String robotBefore, String robotAfter)
        implements AuditableEvent {

    @Override
    public String objectType() {
        return "channel";
    }

    @Override
    public String objectId() {
        return government;
    }

    @Override
    public String act() {
        return "change-channels";
    }

    @Override
    public Map<String, Change> changes() {
        return Map.of("mail", new Change(mailBefore, mailAfter), "robot", new Change(robotBefore, robotAfter));
    }
}
