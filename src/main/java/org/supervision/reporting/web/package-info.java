/** Pages and REST of this module. */
@NullMarked
package org.supervision.reporting.web;

import org.jspecify.annotations.NullMarked;
