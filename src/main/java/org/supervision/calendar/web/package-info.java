/** How dates and hours are written on pages. */
@NullMarked
package org.supervision.calendar.web;

import org.jspecify.annotations.NullMarked;
