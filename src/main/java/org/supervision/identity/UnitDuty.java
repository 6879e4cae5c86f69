package org.supervision.identity;

import org.jspecify.annotations.Nullable;

/**
 * The officer who is responsible for a unit: queue and chasing go there first.
 *
 * @param unit code
 * @param officer username
 * @param deputy username of who stands in; {@code null} if nobody does
 */
public record UnitDuty(
        String unit, String officer, String officerName, @Nullable String deputy, @Nullable String deputyName) {}
