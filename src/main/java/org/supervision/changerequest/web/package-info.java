/** Pages and REST of this module. */
@NullMarked
package org.supervision.changerequest.web;

import org.jspecify.annotations.NullMarked;
