/** Change requests: a later date, another plan, another lead, a suspension; each asked, decided and kept (延期、调整、牵头变更、中止). */
@ApplicationModule(allowedDependencies = {"shared", "identity", "calendar", "workflow", "keytask", "reporting"})
@NullMarked
package org.supervision.changerequest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
