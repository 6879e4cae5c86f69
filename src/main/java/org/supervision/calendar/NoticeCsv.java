package org.supervision.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.supervision.shared.DomainException;

/** Notices as text with the columns date, kind and name, as they are shipped, uploaded and exported. */
final class NoticeCsv {

    /** A year has at most 366 lines; what is longer than this is something else. */
    private static final int MOST_BYTES = 100 * 1024;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setTrim(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    private static final Set<String> HEADERS = Set.of("date", "day");

    private NoticeCsv() {}

    /** Reads UTF-8, with or without its mark, or else GB 18030, which spreadsheets write. */
    static List<NoticeLine> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw DomainException.invalidField("days", "calendar.notice.too-large");
        }
        return decode(file, StandardCharsets.UTF_8)
                .or(() -> decode(file, Charset.forName("GB18030")))
                .map(NoticeCsv::read)
                .orElseThrow(() -> DomainException.invalidField("days", "calendar.notice.no-text"));
    }

    private static List<NoticeLine> read(String text) {
        List<NoticeLine> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : parser) {
                int number = (int) parser.getCurrentLineNumber();
                if (!lines.isEmpty() || !HEADERS.contains(row.get(0).toLowerCase(Locale.ROOT))) {
                    lines.add(new NoticeLine(number, cell(row, 0), cell(row, 1), unguarded(cell(row, 2))));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DomainException(DomainException.Kind.INVALID, "calendar.notice.no-csv");
        }
        return lines;
    }

    static String write(List<CalendarDay> days) {
        StringBuilder text = new StringBuilder("date,kind,name\n");
        for (CalendarDay day : days) {
            text.append(CSVFormat.DEFAULT.format(day.day(), day.kind().code(), guarded(day.name())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(CSVRecord row, int column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    /** A spreadsheet would calculate what begins like a formula. */
    private static String guarded(String name) {
        return isFormula(name) ? "'" + name : name;
    }

    private static String unguarded(String name) {
        return name.startsWith("'") && isFormula(name.substring(1)) ? name.substring(1) : name;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static Optional<String> decode(byte[] file, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
            return binary ? Optional.empty() : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
