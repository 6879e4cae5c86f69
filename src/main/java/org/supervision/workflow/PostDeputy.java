package org.supervision.workflow;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.GroupPath;

/**
 * Somebody who holds another's post for some days besides them.
 *
 * @param holder whose post it is
 * @param endsOn the last day
 * @param beganAt {@code null} while the first day has not come
 * @param endedAt {@code null} while it is to come or goes on
 */
public record PostDeputy(
        String id,
        String government,
        GroupPath post,
        String holder,
        String holderName,
        String deputy,
        String deputyName,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant namedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isUnderWay() {
        return beganAt != null && endedAt == null;
    }
}
