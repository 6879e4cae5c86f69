package org.supervision.notification;

import java.util.List;
import org.supervision.shared.AuditableEvent;

/**
 * One sentence about something that happened, to be told to some people.
 *
 * @param kind names the sentence: message {@code notification.entry.<kind>}
 * @param subjectType kind of the object, as its events name it
 * @param cause what told it, unique per happening, so that nobody is told twice
 * @param urgent mailed at once instead of with the next morning's digest: for signed orders only
 * @param arguments texts, whole numbers and instants
 */
record Notice(
        String government,
        String kind,
        String subjectType,
        String subjectId,
        String cause,
        List<?> arguments,
        boolean urgent) {

    /**
     * A notice of an event that happens once to its object.
     *
     * @param arguments texts, whole numbers and instants
     */
    static Notice of(AuditableEvent event, String kind, Object... arguments) {
        return new Notice(
                String.valueOf(event.government()),
                kind,
                event.objectType(),
                event.objectId(),
                kind + ":" + event.objectId(),
                List.of(arguments),
                false);
    }

    /** One that is mailed at once. */
    Notice atOnce() {
        return new Notice(government, kind, subjectType, subjectId, cause, arguments, true);
    }

    /** One that may happen to the object again. */
    Notice nth(int ordinal) {
        return new Notice(government, kind, subjectType, subjectId, cause + ":" + ordinal, arguments, urgent);
    }
}
