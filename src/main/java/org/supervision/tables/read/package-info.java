/** Reading of uploaded tables: documents of several formats into one neutral model, layouts into rows. No Spring, no database. */
@NullMarked
package org.supervision.tables.read;

import org.jspecify.annotations.NullMarked;
