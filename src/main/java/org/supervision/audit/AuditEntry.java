package org.supervision.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent.Change;

/**
 * One act: by whom, when, on what, and what it overwrote.
 *
 * @param government {@code null} for what concerns the whole installation
 * @param origin address the call came from, {@code null} where nobody called
 * @param actor username, {@link #ENGINE} for what time has brought about, {@link #ANONYMOUS} before sign-in
 */
public record AuditEntry(
        long id,
        @Nullable String government,
        Instant at,
        String actor,
        @Nullable String actorName,
        String act,
        String objectType,
        String objectId,
        Map<String, Change> changes,
        @Nullable String origin) {

    public static final String ENGINE = "engine";
    public static final String ANONYMOUS = "anonymous";

    private static final Set<String> WITHOUT_TEXTS =
            Set.of("sign-in", "sign-out", SignInRecorder.FAILED, "purge-audit-trail", "note-heads");

    /** Whether its values are of signing in or of the trail itself and nothing anybody has written. */
    public boolean hasNoTexts() {
        return WITHOUT_TEXTS.contains(act);
    }
}
