package org.supervision.tables;

/** What confirming does with a row; the names are part of the REST contract. */
public enum RowAction {
    CREATE,
    MERGE,
    UNCHANGED,
    SKIP;

    /** Whether anything is stored because of the row. */
    boolean writes() {
        return this == CREATE || this == MERGE;
    }
}
