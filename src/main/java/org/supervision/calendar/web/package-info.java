/** The calendar as pages and over REST. */
@NullMarked
package org.supervision.calendar.web;

import org.jspecify.annotations.NullMarked;
