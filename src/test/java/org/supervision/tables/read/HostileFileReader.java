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
 * <p>Counted are milliseconds of the processor, so that a busy machine changes nothing.
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
            long used = THREADS.getCurrentThreadCpuTime() - start;
            System.out.println(file.getFileName() + " " + end + " " + used / 1_000_000);
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
