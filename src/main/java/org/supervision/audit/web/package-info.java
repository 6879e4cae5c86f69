/** The trail over REST and in the portal. */
@NullMarked
package org.supervision.audit.web;

import org.jspecify.annotations.NullMarked;
