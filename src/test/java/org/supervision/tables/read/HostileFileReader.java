package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.supervision.identity.UnitDirectory;

/**
 * Reads the files of a folder in a process of its own and says of each how it ended and after how much time.
 *
 * <p>Counted are milliseconds of the processor, and the better of two readings, so that a busy machine changes little.
 */
final class HostileFileReader {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HostileFileReader() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        // classes are loaded once
        files.stream()
                .filter(file -> file.getFileName().toString().matches("(sound|warm)\\..*"))
                .forEach(HostileFileReader::read);
        for (Path file : files) {
            long start = THREADS.getCurrentThreadCpuTime();
            String end = read(file);
            long first = THREADS.getCurrentThreadCpuTime() - start;
            read(file);
            long second = THREADS.getCurrentThreadCpuTime() - start - first;
            System.out.println(file.getFileName() + " " + end + " " + Math.min(first, second) / 1_000_000);
        }
    }

    private static String read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return "read "
                    + new TableReader(UnitDirectory.EMPTY).read(stream).rows().size();
        } catch (DocumentRefusedException refusal) {
            return "refused " + refusal.reason().code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
