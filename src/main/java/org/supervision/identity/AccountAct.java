package org.supervision.identity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What was done to an account; a password is never part of it. */
public record AccountAct(@Nullable String government, String username, String act, Map<String, Change> changes)
        implements AuditableEvent {

    static AccountAct firstPasswordHandedOut(String government, String username, Instant validUntil) {
        return new AccountAct(
                government,
                username,
                "hand-out-password",
                Map.of("validUntil", new Change(null, validUntil.toString())));
    }

    static AccountAct password(String government, String username, String act) {
        return new AccountAct(government, username, act, Map.of());
    }

    static AccountAct signInsEnded(String username) {
        return new AccountAct(null, username, "end-sign-ins", Map.of());
    }

    static AccountAct passwordChanged(@Nullable String government, String username) {
        return new AccountAct(government, username, "change-password", Map.of());
    }

    /**
     * What the directory that keeps the accounts says now.
     *
     * @param before paths of the posts held before, in one text
     * @param after the same of those held now; {@code null} for a closed account
     */
    public static AccountAct told(
            @Nullable String government, String username, @Nullable String before, @Nullable String after) {
        return new AccountAct(government, username, "follow-directory", Map.of("posts", new Change(before, after)));
    }

    static AccountAct closed(String government, String username) {
        return new AccountAct(government, username, "close-account", Map.of());
    }

    static AccountAct post(
            String government, String username, String act, @Nullable GroupPath before, GroupPath after) {
        return new AccountAct(
                government,
                username,
                act,
                Map.of("post", new Change(before == null ? null : before.toString(), after.toString())));
    }

    static AccountAct postLeft(String government, String username, GroupPath post) {
        return new AccountAct(government, username, "leave-post", Map.of("post", new Change(post.toString(), null)));
    }

    @Override
    public String objectType() {
        return "account";
    }

    @Override
    public String objectId() {
        return username;
    }
}
