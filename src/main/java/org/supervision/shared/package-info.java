/** Value types that every module speaks: quarters, auditable events. No beans. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.supervision.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
