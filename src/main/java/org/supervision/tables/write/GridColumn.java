package org.supervision.tables.write;

import java.util.List;
import java.util.function.Function;
import org.supervision.tables.write.Ledger.LedgerRow;

/**
 * A column of a layout.
 *
 * @param heads its header, a text for each row of the header; a single one reaches over all rows
 * @param width in characters
 * @param label whether it only says what stands beside it
 * @param texts what it shows of a key task, for each of the rows a key task takes; a single one reaches over all rows
 */
record GridColumn(
        List<String> heads, int width, boolean centred, boolean label, List<Function<LedgerRow, List<String>>> texts) {

    static GridColumn text(String head, int width, Function<LedgerRow, List<String>> text) {
        return new GridColumn(List.of(head), width, false, false, List.of(text));
    }

    static GridColumn centred(String head, int width, Function<LedgerRow, List<String>> text) {
        return new GridColumn(List.of(head), width, true, false, List.of(text));
    }

    static GridColumn lines(String head, int width, List<Function<LedgerRow, List<String>>> texts) {
        return new GridColumn(List.of(head), width, false, false, texts);
    }

    /** Says of each row of a key task what it is. */
    static GridColumn labels(String head, int width, List<String> labels) {
        return new GridColumn(
                List.of(head),
                width,
                true,
                true,
                labels.stream()
                        .map(label -> (Function<LedgerRow, List<String>>) row -> List.of(label))
                        .toList());
    }

    boolean isShared() {
        return texts.size() == 1;
    }
}
