package org.supervision.tables;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.supervision.tables.read.Texts;

/** Whether two goals under one number are still the same goal, differently worded. */
final class GoalComparison {

    /** Share of characters that may differ; a changed figure or an added clause stays well below. */
    private static final double LARGEST_DIFFERENCE = 0.5;

    private GoalComparison() {}

    static boolean differ(String one, String other) {
        String first = Texts.key(one);
        String second = Texts.key(other);
        int distance = LevenshteinDistance.getDefaultInstance().apply(first, second);
        return distance > LARGEST_DIFFERENCE * Math.max(first.length(), second.length());
    }
}
