package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file formats tables go out in. */
public enum LedgerFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new XlsxWriter()),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", new DocxWriter()),
    HTML("text/html;charset=UTF-8", new HtmlWriter()),
    JSON("application/json", new JsonWriter()),
    CSV("text/csv;charset=UTF-8", new CsvWriter());

    private final String mediaType;
    private final LedgerWriter writer;

    LedgerFormat(String mediaType, LedgerWriter writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As file names end, without the point. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LedgerFormat> ofExtension(String extension) {
        return Stream.of(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    public void write(Ledger ledger, OutputStream file) throws IOException {
        writer.write(ledger, file);
    }

    /** The file's bytes. */
    public byte[] write(Ledger ledger) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(ledger, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
