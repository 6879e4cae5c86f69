package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Files in the container of the old office formats, which is also the container of encrypted new ones. */
final class CompoundFile {

    private CompoundFile() {}

    static Reason reasonToRefuse(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)
                    ? Reason.ENCRYPTED
                    : Reason.UNKNOWN_FORMAT;
        } catch (IOException | RuntimeException e) {
            return Reason.TRUNCATED;
        }
    }
}
