package org.supervision.tables;

/** What confirming does with a row; the names are part of the REST contract. */
public enum RowAction {
    CREATE,
    MERGE,
    UNCHANGED,
    SKIP
}
