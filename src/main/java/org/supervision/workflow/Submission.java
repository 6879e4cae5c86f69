package org.supervision.workflow;

import java.time.Instant;
import java.util.List;

/**
 * What a person has submitted by completing a work item: the values of its form, checked against the form on the
 * server, and who did it when.
 *
 * @param warningAnswers what the person answered to the warnings of the checks on submission
 */
public record Submission(
        WorkItem item, FormValues values, List<WarningAnswer> warningAnswers, String completedBy, Instant completedAt) {

    /** The answer to one warning; an answer without code answers every warning. */
    public record WarningAnswer(String code, String answer) {}
}
