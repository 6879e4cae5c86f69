package org.supervision.shared;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;

/**
 * The properties a list may be sorted by and the columns behind them, so that nothing a caller sends reaches the SQL.
 *
 * @param tieBreaker columns that make every order definite, with direction
 */
public record SortColumns(Map<String, String> columns, String tieBreaker) {

    /** The order-by clause of the wish; refused if it names an unknown property. */
    public String orderBy(Sort wish) {
        return Stream.concat(wish.stream().map(this::column), Stream.of(tieBreaker))
                .collect(Collectors.joining(", ", " order by ", " "));
    }

    private String column(Sort.Order order) {
        String column = columns.get(order.getProperty());
        if (column == null) {
            throw DomainException.invalidField(
                    "sort",
                    "portal.error.sort",
                    order.getProperty(),
                    columns.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return column + (order.isAscending() ? " asc" : " desc");
    }
}
