package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read from an upload: a table of key tasks, or a report in prose. */
public sealed interface ReadDocument permits ReadTable, ReadNarrative {

    Layout layout();

    String title();

    /** As the title names it, else null. */
    @Nullable
    Integer year();

    /** As the title names it, else null. */
    @Nullable
    Integer quarter();

    /** Key tasks, or goals that may become some. */
    List<TableRow> rows();

    /** Those of the document, then those of each row. */
    List<TableProblem> problems();
}
