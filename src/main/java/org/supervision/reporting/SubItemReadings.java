package org.supervision.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;

/** What units report of the parts of key tasks they carry, and what came of it with each version of the report. */
@Service
class SubItemReadings {

    private final JdbcClient jdbc;
    private final SubItems subItems;

    SubItemReadings(JdbcClient jdbc, SubItems subItems) {
        this.jdbc = jdbc;
        this.subItems = subItems;
    }

    /** Where the value of a sub-item comes from. */
    private record Source(@Nullable BigDecimal value, boolean byLead) {}

    /**
     * The parts of each indicator that is split, by its id.
     *
     * @param asked indicators that are agreed on now
     * @param own values the lead enters, by the id of the sub-item; of others they say nothing
     */
    Map<Long, List<SubItemReading>> of(
            String cycleId,
            ReportSubject subject,
            List<AgreedIndicator> asked,
            Map<String, BigDecimal> own,
            LampPolicy policy) {
        Map<Long, AgreedIndicator> indicators = byId(asked);
        List<SubItem> items = subItems.of(subject.keyTask()).stream()
                .filter(item -> item.indicator() != null && indicators.containsKey(item.indicator()))
                .toList();
        if (items.isEmpty()) {
            return Map.of();
        }
        Map<Long, Source> sources = sources(cycleId, subject.keyTask());
        Map<Long, BigDecimal> last = lastApproved(subject);
        Map<Long, List<SubItemReading>> readings = new LinkedHashMap<>();
        for (SubItem item : items) {
            Source source = sources.getOrDefault(item.id(), new Source(null, false));
            readings.computeIfAbsent(item.indicator(), any -> new ArrayList<>())
                    .add(new SubItemReading(
                            item,
                            IndicatorReading.of(
                                    item.measuredBy(indicators.get(item.indicator())),
                                    subject.quarter().number(),
                                    source.byLead() ? own.get(String.valueOf(item.id())) : source.value(),
                                    last.get(item.id()),
                                    policy),
                            source.byLead()));
        }
        return readings;
    }

    /** What a unit carries of a cycle's key task, with the values its part would give; those of others say nothing. */
    List<SubItemReading> ofPart(
            ReportSubject subject,
            String unit,
            List<AgreedIndicator> asked,
            Map<String, BigDecimal> values,
            LampPolicy policy) {
        Map<Long, AgreedIndicator> indicators = byId(asked);
        List<SubItem> items = subItems.of(subject.keyTask()).stream()
                .filter(item -> item.unit().equals(unit))
                .filter(item -> item.indicator() != null && indicators.containsKey(item.indicator()))
                .toList();
        Map<Long, BigDecimal> last = items.isEmpty() ? Map.of() : lastApproved(subject);
        return items.stream()
                .map(item -> new SubItemReading(
                        item,
                        IndicatorReading.of(
                                item.measuredBy(indicators.get(item.indicator())),
                                subject.quarter().number(),
                                values.get(String.valueOf(item.id())),
                                last.get(item.id()),
                                policy),
                        false))
                .toList();
    }

    /**
     * A part tells the value; the lead tells that of units that are asked for none, or whose part was in before they got the
     * sub-item as it is.
     */
    private Map<Long, Source> sources(String cycleId, String keyTask) {
        Map<Long, Source> sources = new HashMap<>();
        jdbc.sql(
                        """
                        select s.id, v.value, p.unit is null or v.value is null and p.submitted_at < h.changed_at as by_lead
                        from sub_item s
                        join sub_item_version h on h.sub_item = s.id and h.version = s.version
                        left join partner_part p on p.cycle_id = :cycle and p.unit = s.unit
                        left join part_value v on v.cycle_id = :cycle and v.unit = s.unit and v.sub_item = s.id
                        where s.key_task = :task and s.retired_at is null""")
                .param("cycle", cycleId)
                .param("task", keyTask)
                .query(row -> {
                    sources.put(row.getLong(1), new Source(row.getBigDecimal(2), row.getBoolean(3)));
                });
        return sources;
    }

    /** What was approved last in the quarters before, of the same year, by id of the sub-item. */
    private Map<Long, BigDecimal> lastApproved(ReportSubject subject) {
        Map<Long, BigDecimal> last = new HashMap<>();
        jdbc.sql(
                        """
                        select v.sub_item, v.value from reporting_cycle c
                        join reporting_round r on r.id = c.round_id
                        join sub_item_value v on v.cycle_id = c.id and v.version = c.report_version
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

    /** @throws DomainException if a value is of none that may be told here */
    static void requireKnown(Map<String, BigDecimal> values, Collection<SubItemReading> known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        known.forEach(reading -> unknown.remove(String.valueOf(reading.item().id())));
        if (!unknown.isEmpty()) {
            throw DomainException.invalidField(
                    "subItemValues", "reporting.report.unknown-sub-item", String.join(", ", unknown));
        }
    }

    void keepPart(String cycleId, String unit, List<SubItemReading> readings) {
        for (SubItemReading reading : readings) {
            if (reading.reading().value() != null) {
                jdbc.sql(
                                "insert into part_value (cycle_id, unit, sub_item, sub_item_version, value) values (?, ?, ?, ?, ?)")
                        .params(
                                cycleId,
                                unit,
                                reading.item().id(),
                                reading.item().version(),
                                reading.reading().value())
                        .update();
            }
        }
    }

    void keep(String cycleId, int version, RollUp rollUp) {
        for (SubItemReading part : rollUp.parts()) {
            jdbc.sql(
                            """
                            insert into sub_item_value (cycle_id, version, sub_item, sub_item_version, indicator,
                                indicator_version, value, last_value, lamp)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            cycleId,
                            version,
                            part.item().id(),
                            part.item().version(),
                            part.reading().indicator().id(),
                            part.reading().indicator().version(),
                            part.reading().value(),
                            part.reading().last(),
                            part.reading().lamp().name())
                    .update();
        }
    }

    /** Which indicator of which version of a report. */
    record Of(String cycle, int version, long indicator) {}

    /** What was kept of the parts, by indicator of each version; without an entry where it was not split. */
    Map<Of, List<SubItemReading>> kept(
            Collection<String> cycleIds, Function<AgreedIndicators.State, AgreedIndicator> indicators) {
        record Kept(
                Of of,
                int quarter,
                SubItems.State item,
                AgreedIndicators.State indicator,
                @Nullable BigDecimal value,
                @Nullable BigDecimal last,
                Lamp lamp) {}
        List<Kept> kept = jdbc.sql(
                        """
                        select v.*, r.quarter from sub_item_value v
                        join sub_item_version s on s.sub_item = v.sub_item and s.version = v.sub_item_version
                        join reporting_cycle c on c.id = v.cycle_id join reporting_round r on r.id = c.round_id
                        where v.cycle_id = any(?) order by v.cycle_id, v.version, s.ordinal, v.sub_item""")
                .param(cycleIds.toArray(String[]::new))
                .query((row, n) -> new Kept(
                        new Of(row.getString("cycle_id"), row.getInt("version"), row.getLong("indicator")),
                        row.getInt("quarter"),
                        new SubItems.State(row.getLong("sub_item"), row.getInt("sub_item_version")),
                        new AgreedIndicators.State(row.getLong("indicator"), row.getInt("indicator_version")),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("last_value"),
                        Lamp.valueOf(row.getString("lamp"))))
                .list();
        Map<SubItems.State, SubItem> items =
                subItems.at(kept.stream().map(Kept::item).toList());
        Map<Of, List<SubItemReading>> readings = new HashMap<>();
        kept.forEach(each -> readings.computeIfAbsent(each.of(), any -> new ArrayList<>())
                .add(new SubItemReading(
                        items.get(each.item()),
                        new IndicatorReading(
                                items.get(each.item()).measuredBy(indicators.apply(each.indicator())),
                                each.quarter(),
                                each.value(),
                                each.last(),
                                each.lamp(),
                                null),
                        false)));
        return readings;
    }

    private static Map<Long, AgreedIndicator> byId(List<AgreedIndicator> asked) {
        return asked.stream().collect(Collectors.toMap(AgreedIndicator::id, Function.identity()));
    }
}
