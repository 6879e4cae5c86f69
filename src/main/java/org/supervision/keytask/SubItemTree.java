package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sub-items of a key task by the indicator they have a share of; an indicator that is not split has no branch.
 *
 * @param others those without a share, or of an indicator that is measured no more
 */
public record SubItemTree(List<Branch> branches, List<SubItem> others) {

    /** How the shares together stand to the target. */
    public enum Difference {
        LESS,
        EQUAL,
        MORE
    }

    /**
     * An indicator with the shares of it.
     *
     * @param distributed all shares together; null where they do not add up
     * @param difference null likewise
     */
    public record Branch(
            AgreedIndicator indicator,
            List<SubItem> items,
            @Nullable BigDecimal distributed,
            @Nullable Difference difference) {

        static Branch of(AgreedIndicator indicator, List<SubItem> items) {
            if (!indicator.target().isAdditive()) {
                return new Branch(indicator, items, null, null);
            }
            BigDecimal distributed = items.stream()
                    .map(item -> Objects.requireNonNull(item.share()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            int more = distributed.compareTo(
                    Objects.requireNonNull(indicator.target().value()));
            return new Branch(
                    indicator,
                    items,
                    distributed,
                    more < 0 ? Difference.LESS : more > 0 ? Difference.MORE : Difference.EQUAL);
        }

        /** By how much the shares miss the target or go beyond it; null where they do not add up. */
        public @Nullable BigDecimal distance() {
            BigDecimal target = indicator.target().value();
            return distributed == null || target == null
                    ? null
                    : target.subtract(distributed).abs();
        }
    }

    public static SubItemTree of(List<AgreedIndicator> indicators, List<SubItem> items) {
        Map<Long, List<SubItem>> shares = items.stream()
                .filter(item -> item.indicator() != null)
                .collect(Collectors.groupingBy(SubItem::indicator));
        List<Branch> branches = new ArrayList<>();
        List<SubItem> others = new ArrayList<>(items);
        for (AgreedIndicator indicator : indicators) {
            List<SubItem> own = shares.getOrDefault(indicator.id(), List.of());
            if (!own.isEmpty()) {
                branches.add(Branch.of(indicator, own));
                others.removeAll(own);
            }
        }
        return new SubItemTree(branches, others);
    }
}
