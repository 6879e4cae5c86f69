package org.supervision.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has been told, in the reader's language.
 *
 * @param kind for instance {@code reminder-issued}
 * @param link path of the page about it, {@code null} if there is none
 */
public record InboxEntry(
        long id,
        String kind,
        String text,
        @Nullable String link,
        String subjectType,
        String subjectId,
        Instant toldAt,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }
}
