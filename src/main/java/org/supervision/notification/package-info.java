/** Tells people what happened: inbox in the portal, daily digest, mail and group robots, with a log of what was sent. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "calendar",
            "workflow",
            "keytask",
            "reporting",
            "changerequest",
            "escalation"
        })
@NullMarked
package org.supervision.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
