package org.supervision.reporting;

import java.io.IOException;
import java.io.OutputStream;

/** Where the bytes of evidence are: each content once, by its SHA-256, for as long as a file has it. */
interface EvidenceStore {

    /** Keeps it, if it is not there yet, within the running transaction. */
    void keep(String sha256, byte[] content);

    /** Writes it piece by piece. */
    void write(String sha256, OutputStream target) throws IOException;
}
