/** Writes published result tables. */
@NullMarked
package org.supervision.tables.write;

import org.jspecify.annotations.NullMarked;
