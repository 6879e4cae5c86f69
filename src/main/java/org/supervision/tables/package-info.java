/** Tables in (parse, preview, merge) and out (publication, export). */
@ApplicationModule(
        allowedDependencies = {"shared", "identity", "calendar", "workflow", "keytask", "reporting", "escalation"})
@NullMarked
package org.supervision.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
