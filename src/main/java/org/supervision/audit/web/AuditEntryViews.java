package org.supervision.audit.web;

import java.time.Clock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.supervision.audit.AuditEntries;
import org.supervision.audit.AuditEntry;
import org.supervision.audit.AuditQuery;
import org.supervision.audit.AuditVerification;
import org.supervision.audit.SealedEntry;
import org.supervision.audit.TrailReads;
import org.supervision.audit.TrailReads.What;
import org.supervision.audit.WaitingEntries;
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
    private final WaitingEntries waiting;
    private final TrailReads reads;
    private final Clock clock;

    AuditEntryViews(
            CurrentUsers currentUsers,
            AuditEntries entries,
            AuditVerification verification,
            WaitingEntries waiting,
            TrailReads reads,
            Clock clock) {
        this.currentUsers = currentUsers;
        this.entries = entries;
        this.verification = verification;
        this.waiting = waiting;
        this.reads = reads;
        this.clock = clock;
    }

    Slice<AuditEntryView> search(
            @Nullable String objectType, @Nullable String objectId, @Nullable String actor, Pageable page) {
        CurrentUser user = reader();
        return entries.search(query(user, objectType, objectId, actor, page)).map(entry -> view(entry, user));
    }

    /**
     * All that matches, with the seals, the oldest first.
     *
     * @param begin called before the first one, unless somebody else exports
     */
    void export(
            @Nullable String objectType,
            @Nullable String objectId,
            @Nullable String actor,
            Runnable begin,
            BiConsumer<AuditEntryView, SealedEntry> target) {
        CurrentUser user = reader();
        reads.read(What.EXPORT, scope(user), read -> {
            begin.run();
            entries.export(query(user, objectType, objectId, actor, Pageable.ofSize(1)), found -> {
                target.accept(view(found.entry(), user), found);
                read.incrementAndGet();
            });
            return read;
        });
    }

    private CurrentUser reader() {
        return currentUsers.requiredIn(Role.AUDITOR, Role.OFFICE_CHIEF);
    }

    private static AuditQuery query(
            CurrentUser user,
            @Nullable String objectType,
            @Nullable String objectId,
            @Nullable String actor,
            Pageable page) {
        return new AuditQuery(
                scope(user), objectType, objectId, actor, page.getPageNumber(), page.getPageSize(), page.getSort());
    }

    /** {@code null} for all. */
    private static @Nullable String scope(CurrentUser user) {
        return user.is(Role.AUDITOR) ? null : user.requiredGovernment();
    }

    private AuditEntryView view(AuditEntry entry, CurrentUser user) {
        return AuditEntryView.of(entry, clock.getZone(), !user.is(Role.AUDITOR));
    }

    /** Recomputes the chains: the auditor all, a chief the own city's. */
    VerificationView verify() {
        CurrentUser user = reader();
        String scope = scope(user);
        return VerificationView.of(
                reads.read(What.VERIFICATION, scope, read -> verification.verify(scope, read)),
                waiting.oldest(scope).orElse(null),
                clock.instant(),
                clock.getZone());
    }
}
