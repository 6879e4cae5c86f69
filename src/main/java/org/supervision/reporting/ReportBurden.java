package org.supervision.reporting;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.supervision.workflow.AskedWork;
import org.supervision.workflow.AskedWork.Repeated;

/** What a report has cost its unit so far: whoever returns it asks once more. */
@Component
public class ReportBurden {

    /** Step with which a unit is asked for its report. */
    private static final String DRAFTING = "UserTask_DraftReport";

    private final AskedWork asked;

    ReportBurden(AskedWork asked) {
        this.asked = asked;
    }

    /** Empty unless the unit has handed the report in twice or more: the first return is what a review is for. */
    public Optional<Repeated> repeated(String cycleId) {
        return Optional.of(asked.at(cycleId, DRAFTING)).filter(repeated -> repeated.times() > 1);
    }
}
