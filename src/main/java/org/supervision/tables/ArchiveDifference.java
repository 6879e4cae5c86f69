package org.supervision.tables;

/** A file of an archive that is not as it was sealed. */
public record ArchiveDifference(String name, Kind kind) {

    /** In which way. */
    public enum Kind {
        CHANGED,
        MISSING,
        ADDED
    }
}
