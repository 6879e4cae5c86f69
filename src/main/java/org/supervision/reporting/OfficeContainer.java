package org.supervision.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.supervision.shared.DomainException;

/** Says what is in the container of an office file without unpacking it, and refuses macros and passwords. */
final class OfficeContainer {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;

    /** Storages of macros in old documents and workbooks; those of presentations lie within their one stream. */
    private static final Set<String> MACROS = Set.of("Macros", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT");

    private OfficeContainer() {}

    /** What a zip is, by the content type of its main part. */
    static Optional<EvidenceType> ofZip(String name, byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
                throw refusal("encrypted", name);
            }
            if (entries.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                throw refusal("macros", name);
            }
            ZipArchiveEntry types = zip.getEntry(CONTENT_TYPES);
            if (types == null) {
                return Optional.of(EvidenceType.OFD).filter(ofd -> zip.getEntry(ofd.mainPart()) != null);
            }
            return ofContentTypes(name, read(zip, types));
        } catch (IOException | IllegalArgumentException e) {
            throw refusal("damaged", name);
        }
    }

    private static Optional<EvidenceType> ofContentTypes(String name, String types) {
        if (types.contains("macroEnabled")) {
            throw refusal("macros", name);
        }
        return List.of(EvidenceType.DOCX, EvidenceType.XLSX, EvidenceType.PPTX).stream()
                .filter(type -> types.contains('"' + type.mainPart() + '"'))
                .findFirst();
    }

    private static String read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream part = zip.getInputStream(entry)) {
            return new String(part.readNBytes(LONGEST_CONTENT_TYPES), StandardCharsets.UTF_8);
        }
    }

    /** What a file of the old formats is, by its main stream; new ones with a password are such files too. */
    static Optional<EvidenceType> ofCompound(String name, byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            Set<String> entries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            entries.addAll(files.getRoot().getEntryNames());
            if (entries.contains(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw refusal("encrypted", name);
            }
            if (MACROS.stream().anyMatch(entries::contains)) {
                throw refusal("macros", name);
            }
            Optional<EvidenceType> found = List.of(EvidenceType.DOC, EvidenceType.XLS, EvidenceType.PPT).stream()
                    .filter(type -> entries.contains(type.mainPart()))
                    .findFirst();
            if (found.isPresent()) {
                readToItsEnd(files, found.get());
            }
            return found;
        } catch (IOException | RuntimeException e) {
            throw e instanceof DomainException refusal ? refusal : refusal("damaged", name);
        }
    }

    /** What lies behind the end of the file is missing. */
    private static void readToItsEnd(POIFSFileSystem files, EvidenceType type) throws IOException {
        try (InputStream stream =
                files.getRoot().createDocumentInputStream(files.getRoot().getEntryCaseInsensitive(type.mainPart()))) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static DomainException refusal(String why, String name) {
        return DomainException.invalidField("file", "reporting.evidence." + why, name);
    }
}
