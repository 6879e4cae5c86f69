package org.supervision.audit;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.AuditableEvent;

/** Writes every auditable event into the trail, in the act's own transaction: no entry, no act. */
@Component
class ActRecorder {

    private final AuditEntries entries;
    private final CurrentUsers currentUsers;

    ActRecorder(AuditEntries entries, CurrentUsers currentUsers) {
        this.entries = entries;
        this.currentUsers = currentUsers;
    }

    @EventListener
    void record(AuditableEvent event) {
        Optional<CurrentUser> user = currentUsers.current();
        entries.add(
                event.government(),
                user.map(CurrentUser::username).orElse(AuditEntry.ENGINE),
                user.map(CurrentUser::name).orElse(null),
                event.act(),
                event.objectType(),
                event.objectId(),
                event.changes());
    }
}
