package org.supervision.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has submitted by completing a work item: the values of its form, checked against the form on the
 * server, and who did it when.
 *
 * @param enteredFrom from where the office has what it entered on behalf of the unit; {@code null} if the unit's own
 *     people completed it
 * @param warningAnswers what the person answered to the warnings of the checks on submission
 */
public record Submission(
        WorkItem item,
        FormValues values,
        List<WarningAnswer> warningAnswers,
        @Nullable EntrySource enteredFrom,
        String completedBy,
        Instant completedAt) {

    /** The answer to one warning; an answer without code answers every warning. */
    public record WarningAnswer(String code, String answer) {}
}
