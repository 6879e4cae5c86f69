package org.supervision.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Which files are taken as evidence: what they are is decided by their content, and their names must agree with it. */
public final class EvidencePolicy {

    /** Of one file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Of one report or part. */
    public static final int MOST_FILES = 20;

    /** Of one report or part, in bytes. */
    public static final int MOST_BYTES = 50 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_NAME = 100;
    private static final int MEGABYTE = 1024 * 1024;

    private EvidencePolicy() {}

    /** The file's own name as it was chosen, without folders and without signs that file systems or readers trip over. */
    static String name(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[<>:\"|?*\\p{Zl}\\p{Zp}]", "_")
                .replaceAll("^[.\\p{Z}]+|[.\\p{Z}]+$", "");
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            throw DomainException.invalidField("file", "reporting.evidence.no-extension", types());
        }
        String stem = name.substring(0, dot).strip();
        int[] kept = stem.codePoints().limit(LONGEST_NAME).toArray();
        return new String(kept, 0, kept.length) + name.substring(dot);
    }

    /**
     * What the content is.
     *
     * @param name cleaned
     * @throws DomainException if it is empty, too large, of no type that is taken or of another than its name says
     */
    static EvidenceType type(String name, byte[] content) {
        if (content.length == 0) {
            throw DomainException.invalidField("file", "reporting.evidence.empty", name);
        }
        if (content.length > LARGEST) {
            throw DomainException.invalidField("file", "reporting.evidence.too-large", name, LARGEST / MEGABYTE);
        }
        EvidenceType type = ofContent(name, content)
                .orElseThrow(
                        () -> DomainException.invalidField("file", "reporting.evidence.unknown-type", name, types()));
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!type.extensions().contains(extension)) {
            throw DomainException.invalidField(
                    "file",
                    "reporting.evidence.other-type",
                    name,
                    type.extensions().get(0));
        }
        if (type == EvidenceType.PDF) {
            PdfContainer.inspect(name, content);
        }
        return type;
    }

    private static Optional<EvidenceType> ofContent(String name, byte[] content) {
        return switch (FileMagic.valueOf(content)) {
            case OOXML -> OfficeContainer.ofZip(name, content);
            case OLE2 -> OfficeContainer.ofCompound(name, content);
            default -> ofSignature(content);
        };
    }

    private static Optional<EvidenceType> ofSignature(byte[] content) {
        try {
            MediaType found = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(content), new Metadata());
            return found.equals(MediaType.OCTET_STREAM) && isChineseText(content)
                    ? Optional.of(EvidenceType.TXT)
                    : EvidenceType.ofMediaType(found.toString());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot be read", e);
        }
    }

    /** In the national encoding, which the detector does not know. */
    private static boolean isChineseText(byte[] content) {
        try {
            return GB18030.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(sign -> Character.isISOControl(sign) && !Character.isWhitespace(sign));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Refuses what would be too many, too much, or there already. */
    static void requireRoom(List<Evidence> attached, String sha256, int size) {
        attached.stream()
                .filter(other -> other.sha256().equals(sha256))
                .findFirst()
                .ifPresent(same -> {
                    throw new DomainException(Kind.CONFLICT, "reporting.evidence.same", same.name());
                });
        if (attached.size() >= MOST_FILES) {
            throw DomainException.invalidField("file", "reporting.evidence.too-many", MOST_FILES);
        }
        if (attached.stream().mapToLong(Evidence::size).sum() + size > MOST_BYTES) {
            throw DomainException.invalidField("file", "reporting.evidence.too-much", MOST_BYTES / MEGABYTE);
        }
    }

    /** What names may end with, in words of a list. */
    private static String types() {
        return extensions().collect(Collectors.joining(" "));
    }

    /** What names may end with. */
    public static Stream<String> extensions() {
        return Stream.of(EvidenceType.values()).flatMap(type -> type.extensions().stream());
    }
}
