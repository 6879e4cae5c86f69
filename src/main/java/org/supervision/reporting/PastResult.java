package org.supervision.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a published result table.
 *
 * @param progress its paragraphs
 * @param verdict {@code null} where the table does not state one
 */
public record PastResult(String keyTaskId, List<String> progress, @Nullable Verdict verdict) {}
