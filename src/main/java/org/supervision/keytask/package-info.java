/** Key tasks (重点任务) of a year: goal, responsibilities, milestones and action steps. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "calendar"})
@NullMarked
package org.supervision.keytask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
