/** Overdue cycles: reminder slips (催办) with their numbers, ended when their cause ends. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "calendar", "workflow", "keytask", "reporting"})
@NullMarked
package org.supervision.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
