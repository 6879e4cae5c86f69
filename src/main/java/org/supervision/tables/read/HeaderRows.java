package org.supervision.tables.read;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.supervision.tables.read.SourceDocument.Table;

/** The rows of a document's tables with which a header may begin: looked for once, however many layouts ask. */
final class HeaderRows {

    private final HeaderNames names;
    private final Map<Table, SortedMap<Integer, Header>> found = new IdentityHashMap<>();

    /** The same few texts stand in many cells. */
    private final Map<String, Optional<Column>> heads = new HashMap<>();

    HeaderRows(HeaderNames names) {
        this.names = names;
    }

    /** By the ordinals of their rows from 0. */
    SortedMap<Integer, Header> of(Table table) {
        return found.computeIfAbsent(table, this::search);
    }

    private SortedMap<Integer, Header> search(Table table) {
        SortedMap<Integer, Header> headers = new TreeMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (knowsTwo(table.rows().get(row))) {
                headers.put(row, Header.at(table.rows(), row, names));
            }
        }
        return Collections.unmodifiableSortedMap(headers);
    }

    /** Whether cells of the row head two different columns; most rows' do not. */
    private boolean knowsTwo(SourceRow row) {
        Column first = null;
        for (SourceCell cell : row.cells()) {
            Column column = cell.addsNothing() || !names.mayHead(cell.text())
                    ? null
                    : heads.computeIfAbsent(cell.text(), names::columnOf).orElse(null);
            if (first != null && column != null && column != first) {
                return true;
            }
            first = first == null ? column : first;
        }
        return false;
    }
}
