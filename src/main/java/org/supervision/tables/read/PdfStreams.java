package org.supervision.tables.read;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/**
 * The streams of a printed document, inflated once under limits before a parser sees them. What does not inflate is no
 * danger: the parser takes it as it is, or refuses it.
 */
final class PdfStreams {

    private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MOST_INFLATED = 64L * 1024 * 1024;
    /** Arrays and dictionaries that may begin; each becomes an object many times its size. */
    private static final int MOST_STRUCTURES = 1_000_000;

    private final byte[] bytes;
    private final byte[] buffer = new byte[64 * 1024];
    private long inflated;
    private long structures;

    private PdfStreams(byte[] bytes) {
        this.bytes = bytes;
    }

    static void inspect(byte[] bytes) {
        PdfStreams streams = new PdfStreams(bytes);
        streams.count(bytes, bytes.length);
        for (int at = 0; at + BEGIN.length < bytes.length; at++) {
            if (streams.isBegin(at)) {
                streams.inflate(at + BEGIN.length);
            }
        }
    }

    private boolean isBegin(int at) {
        for (int i = 0; i < BEGIN.length; i++) {
            if (bytes[at + i] != BEGIN[i]) {
                return false;
            }
        }
        byte next = bytes[at + BEGIN.length];
        return next == '\r' || next == '\n';
    }

    private void inflate(int from) {
        int start = from;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        Inflater inflater = new Inflater();
        inflater.setInput(bytes, start, bytes.length - start);
        try {
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                inflated += read;
                if (inflated > MOST_INFLATED) {
                    throw new DocumentRefusedException(Reason.ZIP_BOMB);
                }
                count(buffer, read);
            }
        } catch (DataFormatException e) {
            // not packed so, or the end of what is
        } finally {
            inflater.end();
        }
    }

    private void count(byte[] content, int length) {
        for (int i = 0; i < length; i++) {
            if (content[i] == '[' || content[i] == '<') {
                structures++;
            }
            if (structures > MOST_STRUCTURES) {
                throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
            }
        }
    }
}
