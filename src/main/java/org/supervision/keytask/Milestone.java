package org.supervision.keytask;

import java.util.List;

/**
 * What one quarter must reach, and how: the steps of its action plan in order.
 *
 * @param quarter 1 to 4
 * @param text empty where the document gives steps only
 */
public record Milestone(int quarter, String text, List<String> actionSteps) {

    public Milestone {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("A quarter is 1 to 4, not " + quarter);
        }
        actionSteps = List.copyOf(actionSteps);
    }

    boolean isBlank() {
        return text.isBlank() && actionSteps.isEmpty();
    }

    @Override
    public String toString() {
        return actionSteps.isEmpty() ? text : text + "\n" + String.join("\n", actionSteps);
    }
}
