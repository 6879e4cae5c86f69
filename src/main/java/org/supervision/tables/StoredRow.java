package org.supervision.tables;

import org.supervision.tables.read.TableRow;

/** A row as it was read and corrected, without regard to what else is stored. */
record StoredRow(TableRow content, boolean skipped) {

    int row() {
        return content.row();
    }
}
