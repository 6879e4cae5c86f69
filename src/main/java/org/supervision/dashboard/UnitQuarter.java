package org.supervision.dashboard;

import org.supervision.shared.Quarter;

/** What a unit's key tasks came to in a quarter, or have up to now. */
public record UnitQuarter(String round, Quarter quarter, String unit, String name, Tally tally) {}
