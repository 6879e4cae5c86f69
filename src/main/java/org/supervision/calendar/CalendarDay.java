package org.supervision.calendar;

import java.time.LocalDate;

/**
 * A day that a notice makes different from what the week says.
 *
 * @param name of the holiday, may be empty
 */
public record CalendarDay(LocalDate day, DayKind kind, String name) {}
