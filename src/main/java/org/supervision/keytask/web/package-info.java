/** Key tasks over REST and in the portal. */
@NullMarked
package org.supervision.keytask.web;

import org.jspecify.annotations.NullMarked;
