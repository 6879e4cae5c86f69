package org.supervision.keytask.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.IndicatorProposal;
import org.supervision.keytask.IndicatorProposal.State;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.shared.DomainException;

/** Indicators of a key task over REST: read by whoever sees the key task, decided by the office. */
@RestController
@RequestMapping("/api/v1/key-tasks/{id}/indicators")
class IndicatorsController {

    /**
     * What the office says of an indicator.
     *
     * @param version that was seen
     * @param indicator how it is to be read; only with CONFIRMED, and null as it stands
     */
    record Decision(@Nullable State state, @Nullable Integer version, @Nullable Indicator indicator) {}

    private final KeyTaskViews views;
    private final IndicatorProposals proposals;

    IndicatorsController(KeyTaskViews views, IndicatorProposals proposals) {
        this.views = views;
        this.proposals = proposals;
    }

    /** Those of the goal, then those of the milestones. */
    @GetMapping
    List<IndicatorProposal> of(@PathVariable String id) {
        return views.get(id).indicators();
    }

    @PutMapping("/{indicator}")
    @Operation(
            summary = "Confirms, corrects or rejects an indicator, or takes that back",
            description =
                    "CONFIRMED, REJECTED, or PROPOSED to take a decision back; 409 if somebody decided meanwhile.")
    IndicatorProposal decide(@PathVariable String id, @PathVariable long indicator, @RequestBody Decision decision) {
        State state = decision.state();
        Integer version = decision.version();
        if (state == null || version == null) {
            throw DomainException.invalidField(state == null ? "state" : "version", "keytask.error.required");
        }
        String keyTask = views.get(id).id();
        return switch (state) {
            case CONFIRMED -> proposals.confirm(keyTask, indicator, version, decision.indicator());
            case REJECTED -> proposals.reject(keyTask, indicator, version);
            case PROPOSED -> proposals.reopen(keyTask, indicator, version);
        };
    }
}
