package org.supervision.keytask.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.OrgUnit;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.Milestone;

/**
 * A key task with the names of its units.
 *
 * @param important whether its lateness may start on a higher rung
 * @param leaderInCharge name of the vice-mayor in charge; null while none is named
 * @param agreedIndicators what units report values of
 * @param lamps of the last four quarters, the oldest first
 * @param indicators read from its texts, each with what the office decided about it
 */
record KeyTaskView(
        String id,
        String government,
        int year,
        int number,
        String goal,
        UnitView leadUnit,
        List<SupportingUnitView> supportingUnits,
        @Nullable String section,
        @Nullable String supervisionPhone,
        KeyTaskSource source,
        List<Milestone> milestones,
        boolean important,
        @Nullable String leaderInCharge,
        List<IndicatorProposal> indicators,
        List<AgreedIndicator> agreedIndicators,
        List<QuarterLamp> lamps) {

    /** A unit by code and present name. */
    record UnitView(String code, String name) {}

    /** A partner as the document names it, with the units it stands for. */
    record SupportingUnitView(String text, List<UnitView> units) {}

    static KeyTaskView of(
            KeyTask keyTask,
            Map<String, OrgUnit> units,
            boolean important,
            @Nullable String leaderInCharge,
            List<IndicatorProposal> indicators,
            List<AgreedIndicator> agreedIndicators,
            List<QuarterLamp> lamps) {
        return new KeyTaskView(
                keyTask.id(),
                keyTask.government(),
                keyTask.year(),
                keyTask.number(),
                keyTask.goal(),
                unit(keyTask.leadUnit(), units),
                keyTask.supportingUnits().stream()
                        .map(supporting -> new SupportingUnitView(
                                supporting.text(),
                                supporting.unitCodes().stream()
                                        .map(code -> unit(code, units))
                                        .toList()))
                        .toList(),
                keyTask.section(),
                keyTask.supervisionPhone(),
                keyTask.source(),
                keyTask.milestones(),
                important,
                leaderInCharge,
                indicators,
                agreedIndicators,
                lamps);
    }

    private static UnitView unit(String code, Map<String, OrgUnit> units) {
        return new UnitView(code, units.get(code).name());
    }

    /** Whether an indicator asks already for what the proposal promises. */
    public boolean covers(IndicatorProposal proposal) {
        return agreedIndicators.stream().anyMatch(agreed -> agreed.covers(proposal));
    }

    /** What the quarter must reach, if the document says anything. */
    public @Nullable Milestone milestone(int quarter) {
        return milestones.stream()
                .filter(milestone -> milestone.quarter() == quarter)
                .findFirst()
                .orElse(null);
    }
}
