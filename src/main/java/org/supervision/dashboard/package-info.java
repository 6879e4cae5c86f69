/** The work desk and read models across modules. */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "calendar", "workflow", "keytask", "reporting", "escalation"})
@NullMarked
package org.supervision.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
