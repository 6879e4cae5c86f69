package org.supervision.tables;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.CurrentUser;

/**
 * All tables of one year that a person may take out, written one after the other in the background.
 *
 * @param groupPaths the posts it was asked for with
 * @param keepUntil when its files are deleted; {@code null} for an archive, whose files stay
 * @param edition of an archive, from 1 for its year; {@code null} for a mere export
 * @param seal SHA-256 of an archive's manifest, hexadecimal, once it is sealed
 */
public record YearExport(
        String id,
        String government,
        int year,
        String requestedBy,
        String requestedByName,
        Set<String> groupPaths,
        Instant requestedAt,
        @Nullable Instant keepUntil,
        @Nullable Instant deletedAt,
        @Nullable Integer edition,
        @Nullable Retention retention,
        @Nullable String seal,
        @Nullable Instant sealedAt,
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
        return written < files || isArchive() && seal == null ? State.WRITING : State.READY;
    }

    public boolean isArchive() {
        return edition != null;
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
     * @param kind name of a layout, or one of the kinds below
     * @param roundId null for what is not of one round
     * @param subject which slip, register, publication or file it is of; null where the kind says it all
     * @param name in the archive, with its folder
     * @param sha256 hexadecimal, once it is written
     */
    record File(
            int position,
            String kind,
            @Nullable String roundId,
            @Nullable String subject,
            String format,
            String name,
            @Nullable String sha256) {

        static final String MEETING_PACK = "MEETING_PACK";
        static final String ANNUAL_SUMMARY = "ANNUAL_SUMMARY";
        static final String PUBLICATION = "PUBLICATION";

        /** What was signed of a publication, as its checksum was made of it. */
        static final String SIGNED = "SIGNED";

        static final String SLIP = "SLIP";
        static final String CIRCULAR = "CIRCULAR";
        static final String EVIDENCE = "EVIDENCE";
        static final String REGISTER = "REGISTER";

        /** Lists all files before it. */
        static final String CONTENTS = "CONTENTS";

        /** Around the files of a sealed archive: manifest, cover and what names the form. */
        static final String TAG = "TAG";
    }
}
