package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.shared.Lamp;

/**
 * What the parts of an indicator come to together (decision 0028).
 *
 * @param sum of the values there are, in the unit and scale of the target; {@code null} where values do not add up
 * @param lamp unknown while a value is missing; else of the sum, or the worst of the parts where they do not add up
 */
public record RollUp(List<SubItemReading> parts, @Nullable BigDecimal sum, Lamp lamp) {

    static RollUp of(AgreedIndicator whole, int quarter, List<SubItemReading> parts, LampPolicy policy) {
        BigDecimal sum = sum(whole, parts);
        if (parts.stream().anyMatch(SubItemReading::isMissing)) {
            return new RollUp(parts, sum, Lamp.UNKNOWN);
        }
        if (sum == null) {
            return new RollUp(
                    parts,
                    null,
                    Lamp.worst(parts.stream().map(part -> part.reading().lamp()).toList()));
        }
        return new RollUp(
                parts,
                sum,
                IndicatorReading.of(distributed(whole, parts), quarter, sum, null, policy)
                        .lamp());
    }

    /** What the sum is held against: what is not shared out is nobody's part. */
    AgreedIndicator distributed(AgreedIndicator whole) {
        return distributed(whole, parts);
    }

    private static AgreedIndicator distributed(AgreedIndicator whole, List<SubItemReading> parts) {
        BigDecimal shares = shares(parts);
        return covers(shares, whole) ? whole : whole.part(whole.target().name(), shares);
    }

    /** As it was kept. */
    static RollUp kept(AgreedIndicator whole, List<SubItemReading> parts, Lamp lamp) {
        return new RollUp(parts, sum(whole, parts), lamp);
    }

    private static @Nullable BigDecimal sum(AgreedIndicator whole, List<SubItemReading> parts) {
        return whole.target().isAdditive()
                ? parts.stream()
                        .map(part -> part.reading().value())
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    private static BigDecimal shares(List<SubItemReading> parts) {
        return parts.stream()
                .map(part -> Objects.requireNonNull(part.item().share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean covers(BigDecimal shares, AgreedIndicator whole) {
        return shares.compareTo(Objects.requireNonNull(whole.target().value())) >= 0;
    }

    /** What the lead's own figure comes to by the parts that are in; {@code null} before the first is, and where the rest is its own. */
    public @Nullable BigDecimal figure(AgreedIndicator whole) {
        return sum != null && reported() > 0 && covers(shares(parts), whole) ? sum : null;
    }

    /** Whether the lead's own figure is not what the parts say; where the shares are less than the target, the rest is its own. */
    public boolean differsFrom(@Nullable BigDecimal figure, AgreedIndicator whole) {
        if (sum == null || figure == null) {
            return false;
        }
        int more = figure.compareTo(sum);
        return covers(shares(parts), whole) ? more != 0 : more < 0;
    }

    /** How many parts have a value. */
    public int reported() {
        return (int)
                parts.stream().filter(part -> part.reading().value() != null).count();
    }

    /** How many parts have none though one is asked for. */
    public int missing() {
        return (int) parts.stream().filter(SubItemReading::isMissing).count();
    }
}
