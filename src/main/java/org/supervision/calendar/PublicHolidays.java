package org.supervision.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the yearly notices of the State Council say: which days are off and which weekend days are worked instead.
 *
 * @param makeUpDays weekend days on which people work
 * @param years the years whose notice is known
 */
record PublicHolidays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays, Set<Integer> years) {}
