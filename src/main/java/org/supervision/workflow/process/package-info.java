/** What sits inside the engine: its configuration, its guards and its accounts. */
@NullMarked
package org.supervision.workflow.process;

import org.jspecify.annotations.NullMarked;
