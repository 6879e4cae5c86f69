package org.supervision.tables;

import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Imports as the acting person may have them: only for the office, each of its own government, and changed only as drafts. */
@Component
class ImportDrafts {

    private final ImportStore store;
    private final CurrentUsers currentUsers;

    ImportDrafts(ImportStore store, CurrentUsers currentUsers) {
        this.store = store;
        this.currentUsers = currentUsers;
    }

    CurrentUser office() {
        return currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
    }

    TableImport get(String id) {
        return store.find(office().requiredGovernment(), id).orElseThrow(() -> DomainException.notFound(id));
    }

    /** Keeps other writers out until the transaction ends. */
    TableImport locked(String id) {
        return store.lock(office().requiredGovernment(), id).orElseThrow(() -> DomainException.notFound(id));
    }

    /** The same, refused unless it can still be changed. */
    TableImport draft(String id) {
        return required(locked(id));
    }

    static TableImport required(TableImport table) {
        if (!table.isDraft()) {
            throw new DomainException(Kind.CONFLICT, "tables.error.not-a-draft." + table.state());
        }
        return table;
    }
}
