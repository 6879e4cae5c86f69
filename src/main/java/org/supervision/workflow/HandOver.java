package org.supervision.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.GroupPath;

/**
 * Posts that pass from one person to another: duties belong to the post, so whatever waits for it passes along.
 *
 * @param successor username; {@code null} until the account of somebody new is made
 * @param movesTo the post the leaver gets elsewhere; {@code null} for who leaves
 * @param startsOn first day of the successor
 * @param requestedBy with the posts of then: they decide who has to grant the posts
 */
public record HandOver(
        String id,
        String government,
        List<GroupPath> posts,
        String leaver,
        String leaverName,
        @Nullable String successor,
        String successorName,
        @Nullable String successorPhone,
        @Nullable String successorMail,
        @Nullable GroupPath movesTo,
        LocalDate startsOn,
        CurrentUser requestedBy,
        Instant requestedAt,
        @Nullable Instant doneAt,
        @Nullable Instant withdrawnAt) {

    public boolean isPlanned() {
        return doneAt == null && withdrawnAt == null;
    }
}
