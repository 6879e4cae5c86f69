package org.supervision.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a digest.
 *
 * @param kind names the sentence: message {@code notification.<kind>}
 * @param arguments texts, whole numbers and instants
 */
record DigestLine(String kind, String subjectType, String subjectId, List<?> arguments) {

    static final String OVERDUE = "line.overdue";
    static final String NOTICE = "line.notice";
    static final String LATE_NOTICE = "line.notice-late";
    static final String WAITING = "line.waiting";
    static final String UNDATED = "line.waiting-undated";
    static final String REST = "line.rest";

    /** An entry of the inbox is told again in its own words. */
    static DigestLine ofEntry(String kind, String subjectType, String subjectId, List<?> arguments) {
        return new DigestLine("entry." + kind, subjectType, subjectId, arguments);
    }

    boolean isNotice() {
        return kind.equals(NOTICE) || kind.equals(LATE_NOTICE);
    }

    boolean isWaiting() {
        return kind.equals(WAITING) || kind.equals(UNDATED);
    }

    /** Path of the page about it. */
    @Nullable
    String link() {
        return NoticeWords.link(subjectType, subjectId).orElse(null);
    }
}
