package org.supervision.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvents;

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
        record(new AuditableEvents(List.of(event)));
    }

    @EventListener
    void record(AuditableEvents acts) {
        Optional<CurrentUser> user = currentUsers.current();
        entries.add(
                user.map(CurrentUser::username).orElse(AuditEntry.ENGINE),
                user.map(CurrentUser::name).orElse(null),
                acts.events());
    }
}
