package org.supervision.tables.web;

import java.util.Comparator;
import org.springframework.data.domain.Sort;
import org.supervision.shared.DomainException;
import org.supervision.tables.ImportRow;

/** The orders in which rows can be listed: {@code row}, the default, or {@code number}. */
final class RowOrder {

    private static final Comparator<ImportRow> BY_ROW = Comparator.comparing(ImportRow::row);
    private static final Comparator<ImportRow> BY_NUMBER =
            Comparator.comparing(row -> row.values().number(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private RowOrder() {}

    static Comparator<ImportRow> of(Sort sort) {
        return sort.stream()
                .map(RowOrder::of)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(BY_ROW))
                .orElse(BY_ROW);
    }

    private static Comparator<ImportRow> of(Sort.Order order) {
        Comparator<ImportRow> comparator =
                switch (order.getProperty()) {
                    case "row" -> BY_ROW;
                    case "number" -> BY_NUMBER;
                    default ->
                        throw DomainException.invalidField(
                                "sort", "portal.error.sort", order.getProperty(), "number, row");
                };
        return order.isAscending() ? comparator : comparator.reversed();
    }
}
