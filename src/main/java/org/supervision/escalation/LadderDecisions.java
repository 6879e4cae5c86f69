package org.supervision.escalation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;

/** A port to the decision table of the ladder. */
public interface LadderDecisions {

    /**
     * The rule of a rung; empty where the ladder has no such rung for the step.
     *
     * @param definitionId the table of a government; {@code null} for the shipped one
     */
    Optional<LadderRule> decide(@Nullable String definitionId, CycleStep step, boolean important, Rung rung);
}
