/** Tables in and out over REST and as public pages. */
@NullMarked
package org.supervision.tables.web;

import org.jspecify.annotations.NullMarked;
