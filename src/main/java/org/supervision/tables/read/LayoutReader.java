package org.supervision.tables.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitDirectory;

/** Recognises one way in which documents are laid out and takes them apart, task by task. */
interface LayoutReader {

    /** The drafts of the key tasks; empty if the document is not laid out so. */
    Optional<Drafts> read(SourceDocument document, UnitDirectory directory);

    /**
     * A document taken apart.
     *
     * @param above texts before the first task; one of them is the title
     * @param quarter as a header names it, else null; a title that names one is nearer to the truth
     * @param columns of its tables; none if it is no table
     * @param problems what was left out or is unusual
     */
    record Drafts(
            Layout layout,
            List<String> above,
            @Nullable Integer quarter,
            List<RowDraft> rows,
            List<SourceColumn> columns,
            Problems problems) {

        /** What was taken apart without columns. */
        Drafts(Layout layout, List<String> above, @Nullable Integer quarter, List<RowDraft> rows, Problems problems) {
            this(layout, above, quarter, rows, List.of(), problems);
        }
    }
}
