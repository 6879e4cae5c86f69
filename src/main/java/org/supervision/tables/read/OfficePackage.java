package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/**
 * A zip of an office file, inflated once under limits before a parser sees it.
 *
 * @param contentTypes the part that says what the file is
 */
record OfficePackage(String contentTypes) {

    private static final int MOST_PARTS = 2000;
    private static final long MOST_INFLATED = 200L * 1024 * 1024;
    /** What is read element by element takes time. */
    private static final long MOST_MARKUP = 60L * 1024 * 1024;

    /** What may stand before the first element. */
    private static final Pattern HARMLESS = Pattern.compile("\\s+|<\\?.*?\\?>|<!--.*?-->", Pattern.DOTALL);

    private static final int MOST_ELEMENTS = 4_000_000;
    /** Markup of a large table packs as well as any bomb, and is bounded anyway; pictures never do. */
    private static final int RATIO_FREE = 1024 * 1024;

    private static final int LARGEST_RATIO = 100;

    static OfficePackage inspect(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return new Inspection(zip).run();
        } catch (IOException | IllegalArgumentException e) {
            throw new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }

    /** One pass over all parts. */
    private static final class Inspection {

        private final ZipFile zip;
        private final byte[] buffer = new byte[64 * 1024];
        private String contentTypes = "";
        private long inflated;
        private long markup;
        private long elements;
        private int before;

        private Inspection(ZipFile zip) {
            this.zip = zip;
        }

        private OfficePackage run() throws IOException {
            int parts = 0;
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                if (++parts > MOST_PARTS) {
                    throw new DocumentRefusedException(Reason.ZIP_BOMB);
                }
                inspect(entries.nextElement());
            }
            if (contentTypes.isEmpty()) {
                throw new DocumentRefusedException(Reason.UNKNOWN_FORMAT);
            }
            if (contentTypes.contains("macroEnabled")) {
                throw new DocumentRefusedException(Reason.MACROS);
            }
            return new OfficePackage(contentTypes);
        }

        private void inspect(ZipArchiveEntry entry) throws IOException {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new DocumentRefusedException(Reason.ENCRYPTED);
            }
            if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                // office packages know no other method, and readers of others are not on the class path
                throw new DocumentRefusedException(Reason.TRUNCATED);
            }
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin")) {
                throw new DocumentRefusedException(Reason.MACROS);
            }
            boolean isMarkup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
            StringBuilder kept = new StringBuilder();
            boolean begins = true;
            CRC32 sum = new CRC32();
            long size = 0;
            try (InputStream part = zip.getInputStream(entry)) {
                for (int read = fill(part); read > 0; read = fill(part)) {
                    size += read;
                    sum.update(buffer, 0, read);
                    count(read, isMarkup, size, entry.getCompressedSize());
                    if (isMarkup) {
                        if (begins) {
                            refuseDeclarations(
                                    new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace("\0", ""));
                            begins = false;
                        }
                        countElements(read);
                        if (name.equals("[content_types].xml") && kept.length() < RATIO_FREE) {
                            kept.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            if (size != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw new DocumentRefusedException(Reason.TRUNCATED);
            }
            contentTypes += kept;
        }

        /** As much as there is, so that no declaration is cut in two. */
        private int fill(InputStream part) throws IOException {
            return part.readNBytes(buffer, 0, buffer.length);
        }

        private void countElements(int read) {
            for (int i = 0; i < read; i++) {
                int character = buffer[i];
                elements += before == '<' && character != '/' ? 1 : 0;
                before = character;
            }
            if (elements > MOST_ELEMENTS) {
                throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
            }
        }

        private void count(int read, boolean isMarkup, long size, long compressed) {
            inflated += read;
            markup += isMarkup ? read : 0;
            boolean tooDense = !isMarkup && size > RATIO_FREE && size > LARGEST_RATIO * Math.max(1, compressed);
            if (inflated > MOST_INFLATED || markup > MOST_MARKUP || tooDense) {
                throw new DocumentRefusedException(Reason.ZIP_BOMB);
            }
        }

        /**
         * Office files never declare a document type; entities can only come from there. It would stand before the first
         * element; behind it, texts may say what they like.
         */
        private static void refuseDeclarations(String beginning) {
            Matcher harmless = HARMLESS.matcher(beginning);
            int position = Math.max(0, beginning.indexOf('<'));
            while (harmless.region(position, beginning.length()).lookingAt()) {
                position = harmless.end();
            }
            if (beginning.startsWith("<!", position) || beginning.startsWith("<?", position)) {
                throw new DocumentRefusedException(Reason.EXTERNAL_ENTITY);
            }
        }
    }
}
