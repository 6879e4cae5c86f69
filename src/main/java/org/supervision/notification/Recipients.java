package org.supervision.notification;

import java.util.OptionalLong;

/** How recipients are named: accounts by username, others with a prefix no username can have. */
final class Recipients {

    private static final String CONTACT = "contact:";
    private static final String ROBOT = "robot:";

    private Recipients() {}

    static String contact(long id) {
        return CONTACT + id;
    }

    static String robot(String government) {
        return ROBOT + government;
    }

    static OptionalLong contactId(String recipient) {
        return recipient.startsWith(CONTACT)
                ? OptionalLong.of(Long.parseLong(recipient.substring(CONTACT.length())))
                : OptionalLong.empty();
    }

    static boolean hasAccount(String recipient) {
        return !recipient.startsWith(CONTACT) && !recipient.startsWith(ROBOT);
    }
}
