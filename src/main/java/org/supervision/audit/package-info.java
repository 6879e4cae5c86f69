/** The append-only trail of who did what, when and on what. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package org.supervision.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
