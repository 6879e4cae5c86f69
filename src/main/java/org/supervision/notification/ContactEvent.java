package org.supervision.notification;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to the contacts of a government. */
sealed interface ContactEvent extends AuditableEvent {

    long contactId();

    String name();

    String mail();

    @Override
    default String objectType() {
        return "contact";
    }

    @Override
    default String objectId() {
        return String.valueOf(contactId());
    }

    /** Somebody is told by mail from now on. */
    record ContactAdded(String government, long contactId, String name, String mail) implements ContactEvent {
        @Override
        public String act() {
            return "add-contact";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("name", new Change(null, name), "mail", new Change(null, mail));
        }
    }

    /** Somebody is not told any more. */
    record ContactRemoved(String government, long contactId, String name, String mail) implements ContactEvent {
        @Override
        public String act() {
            return "remove-contact";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("name", new Change(name, null), "mail", new Change(mail, null));
        }
    }
}
