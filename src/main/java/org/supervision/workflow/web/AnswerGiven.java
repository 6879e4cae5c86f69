package org.supervision.workflow.web;

import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * A signed-in person got an answer that the trail tells of for its own sake.
 *
 * @param government the person's
 * @param objectId method and path, never what was sent
 */
record AnswerGiven(@Nullable String government, String act, String objectId) implements AuditableEvent {

    static final String REFUSED = "be-refused";
    static final String TAKEN = "take-file";
    static final String VIEWED = "view-file";
    static final String PROBED = "probe-addresses";
    static final String SLOWED = "be-slowed";
    static final String FILE_REFUSED = "have-file-refused";
    static final String GUESSED = "probe-values";

    @Override
    public String objectType() {
        return "address";
    }
}
