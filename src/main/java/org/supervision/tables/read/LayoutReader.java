package org.supervision.tables.read;

import java.util.List;
import java.util.Set;

/** Reads one layout: says by which columns it is recognised and turns the rows below a header into drafts. */
interface LayoutReader {

    Layout layout();

    /** Columns without which a table is not of this layout. */
    Set<Column> requiredColumns();

    /** The drafts of all tables in their order; what is left out is noted as a problem of the document. */
    List<RowDraft> read(List<HeadedTable> tables, Problems problems);

    /** The body of a table below its header; a table without one goes on with the header before. */
    record HeadedTable(Header header, List<SourceRow> body) {}
}
