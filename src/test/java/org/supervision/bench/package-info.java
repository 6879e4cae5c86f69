/** What a quarterly cycle costs beside the bare engine; run by {@code mvn -Pbench verify} only. */
@NullMarked
package org.supervision.bench;

import org.jspecify.annotations.NullMarked;
