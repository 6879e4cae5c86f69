package org.supervision.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;

/** Holds the values of reports against the indicators of their key tasks, and keeps what came of it with each version. */
@Service
public class Readings {

    private final JdbcClient jdbc;
    private final AgreedIndicators indicators;
    private final SubItemReadings subItems;
    private final GovernmentRules rules;

    Readings(JdbcClient jdbc, AgreedIndicators indicators, SubItemReadings subItems, GovernmentRules rules) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.subItems = subItems;
        this.rules = rules;
    }

    /**
     * What a cycle's report would say of each indicator with these values.
     *
     * @param values by the id of the indicator, as it is written
     * @param own values of the sub-items that the lead reports itself, by their id
     * @throws DomainException if a value is none of the key task's
     */
    public List<IndicatorReading> of(String cycleId, Map<String, BigDecimal> values, Map<String, BigDecimal> own) {
        List<IndicatorReading> readings = ofDraft(cycleId, values, own);
        Set<String> unknown = new HashSet<>(values.keySet());
        readings.forEach(
                reading -> unknown.remove(String.valueOf(reading.indicator().id())));
        if (!unknown.isEmpty()) {
            throw DomainException.invalidField(
                    "indicatorValues", "reporting.report.unknown-indicator", String.join(", ", unknown));
        }
        SubItemReadings.requireKnown(own, ofLead(readings));
        return readings;
    }

    /** The sub-items among them that the lead reports itself, in their order. */
    public static List<SubItemReading> ofLead(List<IndicatorReading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.ofNullable(reading.rollUp()))
                .flatMap(rollUp -> rollUp.parts().stream())
                .filter(SubItemReading::byLead)
                .toList();
    }

    /** What a unit's part would say of the sub-items it carries with these values, by their id; others say nothing. */
    public List<SubItemReading> ofPart(String cycleId, String unit, Map<String, BigDecimal> values) {
        ReportSubject subject = ReportSubject.of(jdbc, cycleId);
        return subItems.ofPart(subject, unit, indicators.of(subject.keyTask()), values, policy(subject.government()));
    }

    /** @throws DomainException if a value is of no sub-item the unit carries */
    void keepPart(String cycleId, String unit, Map<String, BigDecimal> values) {
        if (!values.isEmpty()) {
            List<SubItemReading> carried = ofPart(cycleId, unit, values);
            SubItemReadings.requireKnown(values, carried);
            subItems.keepPart(cycleId, unit, carried);
        }
    }

    /** The same of what is only drafted: values of what is measured no more say nothing. */
    public List<IndicatorReading> ofDraft(String cycleId, Map<String, BigDecimal> values, Map<String, BigDecimal> own) {
        ReportSubject subject = ReportSubject.of(jdbc, cycleId);
        List<AgreedIndicator> asked = indicators.of(subject.keyTask());
        if (asked.isEmpty()) {
            return List.of();
        }
        LampPolicy policy = policy(subject.government());
        Map<Long, BigDecimal> last = lastApproved(subject);
        Map<Long, List<SubItemReading>> parts = subItems.of(cycleId, subject, asked, own, policy);
        int quarter = subject.quarter().number();
        return asked.stream()
                .map(indicator -> {
                    IndicatorReading reading = IndicatorReading.of(
                            indicator,
                            quarter,
                            values.get(String.valueOf(indicator.id())),
                            last.get(indicator.id()),
                            policy);
                    List<SubItemReading> split = parts.get(indicator.id());
                    return split == null ? reading : reading.with(RollUp.of(indicator, quarter, split, policy));
                })
                .toList();
    }

    LampPolicy policy(String government) {
        return new LampPolicy(BigDecimal.valueOf(rules.today(government, GovernmentRule.AT_RISK_MARGIN), 2));
    }

    /** What was approved last in the quarters before, of the same year. */
    private Map<Long, BigDecimal> lastApproved(ReportSubject subject) {
        Map<Long, BigDecimal> last = new HashMap<>();
        jdbc.sql(
                        """
                        select v.indicator, v.value from reporting_cycle c
                        join reporting_round r on r.id = c.round_id
                        join reported_value v on v.cycle_id = c.id and v.version = c.report_version
                        where c.key_task_id = ? and c.outcome = 'APPROVED' and r.year = ? and r.quarter < ?
                          and v.value is not null
                        order by r.quarter""")
                .params(
                        subject.keyTask(),
                        subject.quarter().year(),
                        subject.quarter().number())
                .query(row -> {
                    last.put(row.getLong(1), row.getBigDecimal(2));
                });
        return last;
    }

    void keep(String cycleId, int version, List<IndicatorReading> readings) {
        for (IndicatorReading reading : readings) {
            jdbc.sql(
                            """
                            insert into reported_value
                                (cycle_id, version, indicator, indicator_version, value, last_value, lamp,
                                 rolled_lamp)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            cycleId,
                            version,
                            reading.indicator().id(),
                            reading.indicator().version(),
                            reading.value(),
                            reading.last(),
                            reading.lamp().name(),
                            reading.rollUp() == null
                                    ? null
                                    : reading.rollUp().lamp().name())
                    .update();
            if (reading.rollUp() != null) {
                subItems.keep(cycleId, version, reading.rollUp());
            }
        }
    }

    /** What each version of each cycle's reports says, as it was when it was submitted; without an entry where it says nothing. */
    Map<String, Map<Integer, List<IndicatorReading>>> kept(Collection<String> cycleIds) {
        record Kept(
                String cycle,
                int quarter,
                int version,
                AgreedIndicators.State state,
                @Nullable BigDecimal value,
                @Nullable BigDecimal last,
                Lamp lamp,
                @Nullable Lamp rolled) {}
        List<Kept> kept = jdbc.sql(
                        """
                        select v.*, r.quarter from reported_value v
                        join reporting_cycle c on c.id = v.cycle_id join reporting_round r on r.id = c.round_id
                        where v.cycle_id = any(?) order by v.cycle_id, v.version, v.indicator""")
                .param(cycleIds.toArray(String[]::new))
                .query((row, n) -> new Kept(
                        row.getString("cycle_id"),
                        row.getInt("quarter"),
                        row.getInt("version"),
                        new AgreedIndicators.State(row.getLong("indicator"), row.getInt("indicator_version")),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("last_value"),
                        Lamp.valueOf(row.getString("lamp")),
                        CycleReports.value(Lamp.class, row.getString("rolled_lamp"))))
                .list();
        Map<AgreedIndicators.State, AgreedIndicator> agreed =
                indicators.at(kept.stream().map(Kept::state).toList());
        Map<SubItemReadings.Of, List<SubItemReading>> parts =
                kept.stream().allMatch(each -> each.rolled() == null) ? Map.of() : subItems.kept(cycleIds, agreed::get);
        Map<String, Map<Integer, List<IndicatorReading>>> readings = new LinkedHashMap<>();
        kept.forEach(each -> {
            AgreedIndicator indicator = agreed.get(each.state());
            List<SubItemReading> split =
                    parts.get(new SubItemReadings.Of(each.cycle(), each.version(), indicator.id()));
            readings.computeIfAbsent(each.cycle(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(each.version(), any -> new ArrayList<>())
                    .add(new IndicatorReading(
                            indicator,
                            each.quarter(),
                            each.value(),
                            each.last(),
                            each.lamp(),
                            split == null || each.rolled() == null
                                    ? null
                                    : RollUp.kept(indicator, split, each.rolled())));
        });
        return readings;
    }

    /**
     * How much of the target a reading has reached, had reached before, and is expected to have, in per cent; empty shares
     * where a part of it means nothing.
     */
    public record Shares(@Nullable BigDecimal last, @Nullable BigDecimal now, @Nullable BigDecimal expected) {}

    /** The shares of a reading. */
    public static Shares shares(IndicatorReading reading) {
        boolean divisible = LampPolicy.isDivisible(reading.indicator().target());
        return new Shares(
                percent(LampPolicy.DEFAULT.share(reading.lastMeasurement()).orElse(null)),
                percent(LampPolicy.DEFAULT.share(reading.measurement()).orElse(null)),
                divisible ? percent(LampPolicy.expectedShare(reading.measurement())) : null);
    }

    /** Where the year ends at the pace so far; null where no pace can be told. */
    public static LampPolicy.@Nullable Forecast forecast(IndicatorReading reading) {
        return LampPolicy.DEFAULT.forecast(reading.measurement()).orElse(null);
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2).setScale(1, RoundingMode.DOWN);
    }
}
