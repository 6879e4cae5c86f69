/** Pages and REST of this module. */
@NullMarked
package org.supervision.escalation.web;

import org.jspecify.annotations.NullMarked;
