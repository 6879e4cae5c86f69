package org.supervision.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param page from 0
 * @param total rows in the whole list
 */
public record Slice<T>(List<T> items, int page, int size, long total) {

    /** One page of a list that is short enough to be at hand as a whole. */
    public static <T> Slice<T> of(List<T> all, int page, int size) {
        return new Slice<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> view) {
        return new Slice<>(items.stream().<R>map(view).toList(), page, size, total);
    }
}
