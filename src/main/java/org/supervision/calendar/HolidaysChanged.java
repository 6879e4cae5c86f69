package org.supervision.calendar;

import java.util.Set;

/**
 * Notices were loaded or changed: working days of these years, and whatever was reckoned with them, may be others now.
 * Published in the transaction of the change, whose {@link WorkingDays} already reckon with the new notices.
 */
public record HolidaysChanged(Set<Integer> years) {}
