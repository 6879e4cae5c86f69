package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files in the container of the old office formats, made for a test. */
final class CompoundFiles {

    private CompoundFiles() {}

    /** A file of one stream. */
    static byte[] of(String stream, byte[] content) {
        return changed(new byte[0], root -> root.createDocument(stream, new ByteArrayInputStream(content)));
    }

    static byte[] rewritten(byte[] file, String stream, UnaryOperator<byte[]> change) {
        return changed(file, root -> {
            byte[] content;
            try (var in = root.createDocumentInputStream(stream)) {
                content = in.readAllBytes();
            }
            root.getEntry(stream).delete();
            root.createDocument(stream, new ByteArrayInputStream(change.apply(content)));
        });
    }

    /** A change to the container of a file. */
    interface ContainerChange {
        void apply(DirectoryNode root) throws IOException;
    }

    static byte[] changed(byte[] file, ContainerChange change) {
        try (POIFSFileSystem files =
                        file.length == 0 ? new POIFSFileSystem() : new POIFSFileSystem(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.apply(files.getRoot());
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
