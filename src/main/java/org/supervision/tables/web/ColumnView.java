package org.supervision.tables.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.Column;
import org.supervision.tables.read.SourceColumn;

/**
 * A column of a document.
 *
 * @param field what it is read as; null if it is not read
 * @param said whether a person of the government has said so, now or with an earlier document
 */
record ColumnView(String head, @Nullable Column field, boolean said, List<String> examples) {

    static ColumnView of(SourceColumn column) {
        return new ColumnView(column.head(), column.column(), column.said(), column.examples());
    }
}
