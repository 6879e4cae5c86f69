package org.supervision.calendar;

import org.jspecify.annotations.Nullable;

/**
 * A day of a notice as somebody wrote it, not looked at yet.
 *
 * @param number of the line or entry, from 1, by which mistakes are told
 */
public record NoticeLine(int number, @Nullable String day, @Nullable String kind, @Nullable String name) {}
