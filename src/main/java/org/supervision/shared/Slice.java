package org.supervision.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param page from 0
 * @param total rows in the whole list
 */
public record Slice<T>(List<T> items, int page, int size, long total) {}
