package org.supervision.tables;

/** Where an import stands: only a draft can be corrected, confirmed or given up. */
public enum ImportState {
    DRAFT,
    CONFIRMED,
    DISCARDED
}
