/** The Camunda engine: its configuration and guards, forms checked on the server, work items (待办). */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package org.supervision.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
