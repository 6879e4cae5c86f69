package org.supervision.dashboard.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;

/** Says what the completion of a work item did: where the matter is now and until when. */
@Component
class Outcomes {

    private final CycleViews cycles;
    private final DateWords dateWords;
    private final Words words;

    Outcomes(CycleViews cycles, DateWords dateWords, Words words) {
        this.cycles = cycles;
        this.dateWords = dateWords;
        this.words = words;
    }

    /** @param values what was submitted; tells an approval from a return */
    Flash of(String kind, String cycleId, Map<String, ?> values, CurrentUser user) {
        CycleView cycle = cycles.get(cycleId, user);
        Object decision = values.get("decision");
        String key = "dashboard.done." + kind + (decision == null ? "" : "." + decision);
        return new Flash(
                words.of(
                        key,
                        String.valueOf(cycle.number()),
                        cycle.leadUnitName(),
                        Optional.ofNullable(cycle.dueAt())
                                .map(dateWords::moment)
                                .orElse(""),
                        cycle.officeVerdict() == null ? "" : words.of("reporting.verdict", cycle.officeVerdict())),
                "/cycles/" + cycleId,
                words.of("dashboard.done.look"));
    }
}
