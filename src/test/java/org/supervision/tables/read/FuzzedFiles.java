package org.supervision.tables.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.supervision.identity.UnitDirectory;

/** What every fuzzed reader must do with any bytes: read or refuse them, soon. Anything else is a finding. */
final class FuzzedFiles {

    /** Milliseconds of the processor; classes loaded and instrumented on the way are paid for. */
    private static final long SOON = 30_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final UnitDirectory DIRECTORY =
            new UnitDirectory(List.of(new UnitDirectory.Entry("市水利局", List.of("demo-u001"), false)));

    private FuzzedFiles() {}

    static void readOrRefuse(byte[] file) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            new TableReader(DIRECTORY).readAny("", new ByteArrayInputStream(file));
        } catch (DocumentRefusedException refused) {
            // as good as read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long used = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
        if (used > SOON) {
            throw new AssertionError("Took " + used + " ms");
        }
    }

    static void readOrRefuse(String before, byte[] data, String after) {
        readOrRefuse(around(before, data, after));
    }

    static byte[] around(String before, byte[] data, String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(data);
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** An office file of these parts in their order. */
    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : new LinkedHashMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes changed at places that the data names: three bytes for each place, one for what is written there. */
    static byte[] patched(byte[] bytes, byte[] data) {
        byte[] patched = bytes.clone();
        for (int i = 0; i + 3 < data.length && patched.length > 0; i += 4) {
            int place = (data[i] & 0xFF) << 16 | (data[i + 1] & 0xFF) << 8 | data[i + 2] & 0xFF;
            patched[place % patched.length] = data[i + 3];
        }
        return patched;
    }
}
