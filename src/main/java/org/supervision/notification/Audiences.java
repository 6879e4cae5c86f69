package org.supervision.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.escalation.Audience;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;

/** Whom the words of the ladder stand for in a government and one of its units. */
@Component
class Audiences {

    private final Contacts contacts;

    Audiences(Contacts contacts) {
        this.contacts = contacts;
    }

    /** The posts among them. */
    static List<GroupPath> posts(String government, @Nullable String unit, Set<Audience> audience) {
        List<GroupPath> posts = new ArrayList<>();
        for (Audience addressee : audience) {
            switch (addressee) {
                case LIAISON -> addUnitPost(posts, unit, Role.LIAISON, government);
                case UNIT_LEADER -> addUnitPost(posts, unit, Role.UNIT_LEADER, government);
                case OFFICER -> posts.add(GroupPath.office(government, Role.OFFICER));
                case OFFICE_CHIEF -> posts.add(GroupPath.office(government, Role.OFFICE_CHIEF));
                case CITY_LEADER -> posts.add(GroupPath.cityLeader(government));
                case SECRETARY, PRINCIPAL -> {}
            }
        }
        return posts;
    }

    private static void addUnitPost(List<GroupPath> posts, @Nullable String unit, Role role, String government) {
        if (unit != null) {
            posts.add(new GroupPath(government, unit, role));
        }
    }

    /** The contacts without account among them, as recipients. */
    List<String> contacts(String government, String unit, Set<Audience> audience) {
        List<String> recipients = new ArrayList<>();
        if (audience.contains(Audience.SECRETARY)) {
            recipients.addAll(contacts.secretaries(government));
        }
        if (audience.contains(Audience.PRINCIPAL)) {
            recipients.addAll(contacts.principals(unit));
        }
        return recipients;
    }
}
