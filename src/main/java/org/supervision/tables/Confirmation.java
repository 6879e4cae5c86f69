package org.supervision.tables;

/** How many rows of an import were created, merged, found unchanged or skipped. */
public record Confirmation(int created, int merged, int unchanged, int skipped) {

    /** What confirming once more does: nothing. */
    Confirmation repeated() {
        return new Confirmation(0, 0, created + merged + unchanged, skipped);
    }
}
