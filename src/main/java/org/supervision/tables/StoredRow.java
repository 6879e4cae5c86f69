package org.supervision.tables;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.TableRow;

/**
 * A row as it was read and corrected, without regard to what else is stored.
 *
 * @param acceptedGoal of the stored key task that a person said the row means although its goal reads quite differently
 * @param corrected its fields that a person has entered
 */
record StoredRow(TableRow content, boolean skipped, @Nullable String acceptedGoal, Set<String> corrected) {

    StoredRow {
        corrected = Set.copyOf(corrected);
    }

    int row() {
        return content.row();
    }
}
