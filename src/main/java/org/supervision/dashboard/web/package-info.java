/** Pages that bring several modules together: the desk, a work item, a cycle. */
@NullMarked
package org.supervision.dashboard.web;

import org.jspecify.annotations.NullMarked;
