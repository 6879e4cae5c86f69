/** Governments, units with their aliases and former names, people, roles and who is acting now. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.supervision.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
