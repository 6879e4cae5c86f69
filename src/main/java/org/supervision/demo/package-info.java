/**
 * The demo (profile {@code demo}): embedded PostgreSQL, the demo city with its accounts and the simulated clock. Never
 * part of the artifact.
 */
@NullMarked
package org.supervision.demo;

import org.jspecify.annotations.NullMarked;
