package org.supervision.reporting;

import java.util.List;

/**
 * A rule that a report gives cause for.
 *
 * @param blocking whether no answer helps
 * @param reasons in words of the report or its key task
 */
public record Doubt(CheckRule rule, boolean blocking, List<String> reasons) {

    /** A doubt with what the unit answered when it submitted the version. */
    public record Answered(Doubt doubt, String answer) {}

    /** Arguments of the rule's message. */
    public List<Object> arguments() {
        return rule.arguments(reasons);
    }
}
