/** The directory over REST and in the portal. */
@NullMarked
package org.supervision.identity.web;

import org.jspecify.annotations.NullMarked;
