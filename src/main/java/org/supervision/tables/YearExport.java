package org.supervision.tables;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;

/**
 * All tables of one year that a person may take out, written one after the other in the background.
 *
 * @param groupPaths the posts it was asked for with
 * @param keepUntil when its files are deleted
 */
public record YearExport(
        String id,
        String government,
        int year,
        String requestedBy,
        String requestedByName,
        Set<String> groupPaths,
        Instant requestedAt,
        Instant keepUntil,
        @Nullable Instant deletedAt,
        int files,
        int written) {

    /** Where an export stands. */
    public enum State {
        WRITING,
        READY,
        DELETED
    }

    public State state() {
        if (deletedAt != null) {
            return State.DELETED;
        }
        return written < files ? State.WRITING : State.READY;
    }

    /** Who reads what is written, with the posts of then. */
    CurrentUser reader() {
        return CurrentUser.of(requestedBy, requestedByName, groupPaths);
    }

    /** Whether the person asked for it and holds the same posts still. */
    boolean isOf(CurrentUser user) {
        return requestedBy.equals(user.username()) && groupPaths.equals(user.groupPaths());
    }

    /**
     * One file of an export.
     *
     * @param kind name of a layout, or {@link #MEETING_PACK}
     * @param roundId null for the plan
     * @param name in the archive, with its folder
     */
    record File(int position, String kind, @Nullable String roundId, String format, String name) {

        static final String MEETING_PACK = "MEETING_PACK";
    }
}
