package org.supervision.tables.read;

import java.io.IOException;

/** Reads one file format into the neutral model; what a file is shows in its content, never in its name. */
interface DocumentReader {

    boolean reads(UploadedFile file);

    /** An {@link IOException} or any unchecked one means: damaged. */
    SourceDocument read(UploadedFile file) throws IOException;
}
