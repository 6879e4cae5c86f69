/** Working days, deadline arithmetic and the one clock. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.supervision.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
