package org.supervision.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.OrgUnit;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** Tells before a round opens what it will ask of the units, and what of that the office has already. */
@Service
@Transactional(readOnly = true)
public class RoundDemands {

    private final KeyTasks keyTasks;
    private final KeyTaskLamps lamps;
    private final AgreedIndicators indicators;

    RoundDemands(KeyTasks keyTasks, KeyTaskLamps lamps, AgreedIndicators indicators) {
        this.keyTasks = keyTasks;
        this.lamps = lamps;
        this.indicators = indicators;
    }

    /**
     * What a round asks.
     *
     * @param reports of lead units
     * @param parts of partner units
     * @param byUnit the most asked first
     * @param reached key tasks whose target for the year was reached by their last report
     * @param repeated indicators that a unit is to report in several key tasks
     */
    public record RoundDemand(
            int reports, int parts, List<UnitDemand> byUnit, List<KeyTask> reached, List<RepeatedIndicator> repeated) {

        public int units() {
            return byUnit.size();
        }

        public boolean asksAgain() {
            return !reached.isEmpty() || !repeated.isEmpty();
        }
    }

    /** What it asks of one unit. */
    public record UnitDemand(String unitName, int reports, int parts) {}

    /** The same number, to be reported by the same unit in each of these key tasks. */
    public record RepeatedIndicator(String unitName, String indicator, List<KeyTask> in) {}

    /** Key tasks that are suspended are asked for nothing. */
    public RoundDemand of(String government, Quarter quarter) {
        List<KeyTask> dueOrSuspended = keyTasks.dueIn(government, quarter);
        Set<String> suspended = keyTasks.suspended(dueOrSuspended);
        List<KeyTask> due = dueOrSuspended.stream()
                .filter(keyTask -> !suspended.contains(keyTask.id()))
                .toList();
        Map<String, OrgUnit> units = keyTasks.unitsOf(due);
        List<UnitDemand> byUnit = byUnit(due, units);
        return new RoundDemand(
                due.size(),
                byUnit.stream().mapToInt(UnitDemand::parts).sum(),
                byUnit,
                reached(due),
                repeated(due, quarter, units));
    }

    private static List<UnitDemand> byUnit(List<KeyTask> due, Map<String, OrgUnit> units) {
        Map<String, Long> reports =
                due.stream().collect(Collectors.groupingBy(KeyTask::leadUnit, Collectors.counting()));
        Map<String, Long> parts = due.stream()
                .flatMap(keyTask -> keyTask.supportingUnitCodes().stream())
                .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()));
        return Stream.concat(reports.keySet().stream(), parts.keySet().stream())
                .distinct()
                .map(unit -> new UnitDemand(
                        units.get(unit).name(),
                        reports.getOrDefault(unit, 0L).intValue(),
                        parts.getOrDefault(unit, 0L).intValue()))
                .sorted(Comparator.comparing((UnitDemand unit) -> -unit.reports() - unit.parts())
                        .thenComparing(UnitDemand::unitName))
                .toList();
    }

    private List<KeyTask> reached(List<KeyTask> due) {
        Map<String, List<QuarterLamp>> lastFour =
                lamps.lastFour(due.stream().map(KeyTask::id).toList());
        return due.stream()
                .filter(keyTask -> {
                    List<QuarterLamp> known = lastFour.getOrDefault(keyTask.id(), List.of());
                    return !known.isEmpty() && known.get(known.size() - 1).level() == Lamp.DONE;
                })
                .toList();
    }

    private List<RepeatedIndicator> repeated(List<KeyTask> due, Quarter quarter, Map<String, OrgUnit> units) {
        Map<String, List<AgreedIndicator>> agreed =
                indicators.of(due.stream().map(KeyTask::id).toList());
        record Asked(String unit, String indicator) {}
        Map<Asked, List<KeyTask>> in = new LinkedHashMap<>();
        due.forEach(keyTask -> agreed.getOrDefault(keyTask.id(), List.of()).stream()
                .filter(indicator -> !indicator.atYearEndOnly() || quarter.number() == 4)
                .map(indicator -> new Asked(
                        keyTask.leadUnit(),
                        Stream.of(
                                        indicator.target().qualifier(),
                                        indicator.target().name(),
                                        indicator.target().unit())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))))
                .distinct()
                .forEach(asked ->
                        in.computeIfAbsent(asked, any -> new ArrayList<>()).add(keyTask)));
        return in.entrySet().stream()
                .filter(asked -> asked.getValue().size() > 1)
                .map(asked -> new RepeatedIndicator(
                        units.get(asked.getKey().unit()).name(),
                        asked.getKey().indicator().strip(),
                        asked.getValue()))
                .sorted(Comparator.comparing(RepeatedIndicator::unitName))
                .toList();
    }
}
