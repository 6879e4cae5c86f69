/** What the diagrams of this module call. */
@NullMarked
package org.supervision.changerequest.process;

import org.jspecify.annotations.NullMarked;
