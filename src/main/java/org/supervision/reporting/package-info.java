/** Reporting rounds (填报轮次), quarterly cycles (季度办理), progress reports and their reviews. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "calendar", "workflow", "keytask"})
@NullMarked
package org.supervision.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
