package org.supervision.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * One sentence about something that happened, to be told to some people.
 *
 * @param kind names the sentence: message {@code notification.entry.<kind>}
 * @param subjectType kind of the object, as its events name it
 * @param cause what told it, unique per happening, so that nobody is told twice
 * @param urgent mailed at once instead of with the next morning's digest: for signed orders only
 * @param arguments texts, whole numbers and instants
 * @param listPath page that lists all that is told with it in one entry; {@code null} for what is told by itself
 */
record Notice(
        String government,
        String kind,
        String subjectType,
        String subjectId,
        String cause,
        List<?> arguments,
        boolean urgent,
        @Nullable String listPath) {

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
                false,
                null);
    }

    /** One that is read on the page of another object. */
    Notice about(String type, String id) {
        return new Notice(government, kind, type, id, cause, arguments, urgent, listPath);
    }

    /** One that is mailed at once. */
    Notice atOnce() {
        return new Notice(government, kind, subjectType, subjectId, cause, arguments, true, listPath);
    }

    /** One that may happen to the object again. */
    Notice nth(int ordinal) {
        return at(String.valueOf(ordinal));
    }

    /** One that happens to the object at several steps. */
    Notice at(String step) {
        return new Notice(government, kind, subjectType, subjectId, cause + ":" + step, arguments, urgent, listPath);
    }

    /**
     * One that is told together with all others of its kind and moment: in the words {@code notification.entry.<kind>.many},
     * whose first argument is how many, once there are two.
     */
    Notice together(String moment, String path) {
        return new Notice(government, kind, subjectType, subjectId, kind + ":" + moment, arguments, urgent, path);
    }
}
