package org.supervision.tables;

import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.TableRow;

/**
 * A row as it was read and corrected, without regard to what else is stored.
 *
 * @param acceptedGoal of the stored key task that a person said the row means although its goal reads quite differently
 */
record StoredRow(TableRow content, boolean skipped, @Nullable String acceptedGoal) {

    int row() {
        return content.row();
    }
}
