package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/**
 * A file in the container of the old office formats, which is also the container of encrypted new ones; looked through
 * once under limits before a parser sees it.
 *
 * @param entries names of its streams and storages in upper case
 */
record CompoundFile(Set<String> entries) {

    static final String WORKBOOK = "WORKBOOK";
    static final String WORD_DOCUMENT = "WORDDOCUMENT";

    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "MACROS", "VBA", "_VBA_PROJECT");
    private static final int MOST_ENTRIES = 2000;
    private static final int FLAGS_OF_WORD = 10;
    private static final int ENCRYPTED = 0x01;
    /** Text and tables only; pictures lie in a stream of their own. */
    private static final int LARGEST_WORD_STREAM = 8 * 1024 * 1024;

    static CompoundFile inspect(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            CompoundFile found = new CompoundFile(entries(files.getRoot()));
            found.refuse();
            return found;
        } catch (IOException | RuntimeException e) {
            throw e instanceof DocumentRefusedException refusal
                    ? refusal
                    : new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }

    boolean has(String entry) {
        return entries.contains(entry);
    }

    private void refuse() {
        if (has(Decryptor.DEFAULT_POIFS_ENTRY.toUpperCase(Locale.ROOT))) {
            throw new DocumentRefusedException(Reason.ENCRYPTED);
        }
        if (entries.stream().anyMatch(MACROS::contains)) {
            throw new DocumentRefusedException(Reason.MACROS);
        }
    }

    /** Reads every stream to its end: what lies behind the end of the file is missing. */
    private static Set<String> entries(DirectoryEntry root) throws IOException {
        Set<String> names = new HashSet<>();
        Deque<DirectoryEntry> open = new ArrayDeque<>();
        open.add(root);
        int count = 0;
        while (!open.isEmpty()) {
            for (Entry entry : open.remove()) {
                if (++count > MOST_ENTRIES) {
                    throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
                }
                String name = entry.getName().toUpperCase(Locale.ROOT);
                names.add(name);
                if (entry instanceof DirectoryEntry directory) {
                    open.add(directory);
                } else if (entry instanceof DocumentEntry document) {
                    inspect(name, document);
                }
            }
        }
        return names;
    }

    private static void inspect(String name, DocumentEntry document) throws IOException {
        boolean isWord = name.equals(WORD_DOCUMENT) || name.equals("0TABLE") || name.equals("1TABLE");
        if (isWord && document.getSize() > LARGEST_WORD_STREAM) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        try (DocumentInputStream stream = new DocumentInputStream(document)) {
            if (name.equals(WORKBOOK)) {
                WorkbookRecords.inspect(stream);
            } else if (name.equals(WORD_DOCUMENT)) {
                refuseEncrypted(stream.readNBytes(FLAGS_OF_WORD + 2));
            }
            stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void refuseEncrypted(byte[] head) {
        if (head.length == FLAGS_OF_WORD + 2 && (head[FLAGS_OF_WORD + 1] & ENCRYPTED) != 0) {
            throw new DocumentRefusedException(Reason.ENCRYPTED);
        }
    }
}
