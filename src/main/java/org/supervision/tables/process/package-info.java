/** What the diagrams of this module call: one class per process, its delegates and listeners. */
@NullMarked
package org.supervision.tables.process;

import org.jspecify.annotations.NullMarked;
