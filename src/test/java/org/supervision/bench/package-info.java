/** What a quarterly cycle costs beside the bare engine, and dashboards over a long past; run by {@code mvn -Pbench verify} only. */
@NullMarked
package org.supervision.bench;

import org.jspecify.annotations.NullMarked;
