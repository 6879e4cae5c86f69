package org.supervision.escalation;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.reporting.CycleStep;

/** Which ladder holds for a government on a day. */
@Service
public class Ladders {

    private final JdbcClient jdbc;
    private final LadderDecisions decisions;

    Ladders(JdbcClient jdbc, LadderDecisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** What a rung costs beside the ladder: an order or interview that no late report brought about. */
    int points(String government, LocalDate day, Rung rung) {
        return -rule(government, day, CycleStep.REPORT, false, rung)
                .map(LadderRule::points)
                .orElse(0);
    }

    /**
     * The rule of a rung; empty where the ladder has no such rung for the step.
     *
     * @param dueOn the missed date decides which version of the ladder holds
     */
    public Optional<LadderRule> rule(String government, LocalDate dueOn, CycleStep step, boolean important, Rung rung) {
        String definition = jdbc.sql(
                        """
                        select definition_id from ladder_version where government = ? and effective_from <= ?
                        order by effective_from desc limit 1""")
                .params(government, dueOn)
                .query(String.class)
                .optional()
                .orElse(null);
        return decisions.decide(definition, step, important, rung);
    }
}
