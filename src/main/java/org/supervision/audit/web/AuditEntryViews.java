package org.supervision.audit.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.supervision.audit.AuditEntries;
import org.supervision.audit.AuditQuery;
import org.supervision.audit.AuditVerification;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.Slice;

/** Reads the trail as far as the person who asks may see it: the auditor all without texts, a chief the own city's. */
@Component
class AuditEntryViews {

    private final CurrentUsers currentUsers;
    private final AuditEntries entries;
    private final AuditVerification verification;
    private final Clock clock;

    AuditEntryViews(CurrentUsers currentUsers, AuditEntries entries, AuditVerification verification, Clock clock) {
        this.currentUsers = currentUsers;
        this.entries = entries;
        this.verification = verification;
        this.clock = clock;
    }

    Slice<AuditEntryView> search(
            @Nullable String objectType, @Nullable String objectId, @Nullable String actor, Pageable page) {
        CurrentUser user = currentUsers.requiredIn(Role.AUDITOR, Role.OFFICE_CHIEF);
        boolean isAuditor = user.is(Role.AUDITOR);
        AuditQuery query = new AuditQuery(
                isAuditor ? null : user.requiredGovernment(),
                objectType,
                objectId,
                actor,
                page.getPageNumber(),
                page.getPageSize(),
                page.getSort());
        return entries.search(query).map(entry -> AuditEntryView.of(entry, clock.getZone(), !isAuditor));
    }

    /** Recomputes the chains: the auditor all, a chief the own city's. */
    VerificationView verify() {
        CurrentUser user = currentUsers.requiredIn(Role.AUDITOR, Role.OFFICE_CHIEF);
        return VerificationView.of(
                verification.verify(user.is(Role.AUDITOR) ? null : user.requiredGovernment()),
                clock.instant(),
                clock.getZone());
    }
}
