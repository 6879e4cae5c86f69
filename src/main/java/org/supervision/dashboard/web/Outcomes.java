package org.supervision.dashboard.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.workflow.FormSchema;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;
import org.supervision.workflow.WorkItems.WorkItemDetail;

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
    Flash of(WorkItemDetail done, Map<String, ?> values, CurrentUser user) {
        return done.subject().isStepOfCycle(done.item())
                ? of(done.item().kind(), done.item().businessKey(), values, user)
                : ofMatter(done, values.get("decision"));
    }

    private Flash ofMatter(WorkItemDetail done, @Nullable Object decision) {
        KeyTaskReference keyTask = done.subject().keyTask();
        String answer = done.form().field("decision").stream()
                .flatMap(field -> field.options().stream())
                .filter(option -> option.value().equals(decision))
                .map(FormSchema.Option::label)
                .findFirst()
                .orElseGet(() -> words.of("dashboard.matter.done"));
        if (keyTask == null) {
            return new Flash(
                    words.of("dashboard.done.matter-of-many", done.item().name(), answer),
                    done.facts().get(0).url(),
                    words.of("dashboard.done.look"));
        }
        return new Flash(
                words.of(
                        "dashboard.done.matter",
                        String.valueOf(keyTask.number()),
                        done.item().name(),
                        answer),
                "/key-tasks/" + keyTask.id(),
                words.of("dashboard.done.look"));
    }

    Flash of(String kind, String cycleId, Map<String, ?> values, CurrentUser user) {
        Object decision = values.get("decision");
        CycleView cycle = cycles.get(cycleId, user);
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
