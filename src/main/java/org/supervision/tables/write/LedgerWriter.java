package org.supervision.tables.write;

import java.io.IOException;
import java.io.OutputStream;

/** Writes ledgers in one file format, so that the file can be imported again without a difference. */
interface LedgerWriter {

    void write(Ledger ledger, OutputStream file) throws IOException;
}
