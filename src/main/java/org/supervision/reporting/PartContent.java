package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partner unit reports of its part of a key task for one quarter.
 *
 * @param subItemValues current value of what it carries, by the id of the sub-item
 */
public record PartContent(String progress, @Nullable String problems, Map<String, BigDecimal> subItemValues) {}
