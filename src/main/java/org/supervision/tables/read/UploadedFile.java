package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** The bytes of an upload, bounded and looked through before any parser sees them. */
final class UploadedFile {

    /** Largest upload in bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final byte[] bytes;
    private final Optional<CompoundFile> compoundFile;
    private final Optional<OfficePackage> officePackage;
    private final Optional<String> text;

    private UploadedFile(byte[] bytes) {
        this.bytes = bytes;
        compoundFile = startsWith(OLE) ? Optional.of(CompoundFile.inspect(bytes)) : Optional.empty();
        officePackage = startsWith(ZIP) ? Optional.of(OfficePackage.inspect(bytes)) : Optional.empty();
        text = compoundFile.isPresent() || officePackage.isPresent() || isPdf() ? Optional.empty() : decode();
    }

    /** Reads at most one byte more than is allowed. */
    static UploadedFile of(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new DocumentRefusedException(Reason.TOO_LARGE);
        }
        if (bytes.length == 0) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        return new UploadedFile(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** Whether this is an Office Open XML file whose main part has this content type. */
    boolean isOffice(String mainContentType) {
        return officePackage
                .filter(found -> found.contentTypes().contains(mainContentType))
                .isPresent();
    }

    /** Whether this is a file of an old office format with this main stream. */
    boolean isCompound(String mainStream) {
        return compoundFile.filter(found -> found.has(mainStream)).isPresent();
    }

    /** The decoded text; empty if these are not the bytes of a text. */
    Optional<String> text() {
        return text;
    }

    boolean isPdf() {
        return startsWith(PDF);
    }

    /** The last bytes, one character each. */
    String tail(int longest) {
        return new String(
                bytes,
                Math.max(0, bytes.length - longest),
                Math.min(longest, bytes.length),
                StandardCharsets.ISO_8859_1);
    }

    boolean isHtml() {
        return text.map(all -> all.substring(0, Math.min(all.length(), 5000)).toLowerCase(Locale.ROOT))
                .filter(head -> head.stripLeading().startsWith("<")
                        && (head.contains("<html") || head.contains("<table") || head.contains("<!doctype html")))
                .isPresent();
    }

    private Optional<String> decode() {
        if (startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE}) || startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return decode(StandardCharsets.UTF_16);
        }
        return decode(StandardCharsets.UTF_8).or(() -> decode(Charset.forName("GB18030")));
    }

    private Optional<String> decode(Charset charset) {
        try {
            String decoded = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String withoutMark = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
            boolean control =
                    withoutMark.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
            // A wrong guess shows in these; UTF-8 is no guess, its texts may come from newer systems.
            boolean unassigned = !charset.equals(StandardCharsets.UTF_8)
                    && withoutMark
                            .codePoints()
                            .anyMatch(c -> Character.getType(c) == Character.UNASSIGNED
                                    || Character.getType(c) == Character.PRIVATE_USE);
            return control || unassigned ? Optional.empty() : Optional.of(withoutMark);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private boolean startsWith(byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
}
