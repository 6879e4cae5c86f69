package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supervision.bench.Figures;

/**
 * A workbook of 10,000 key tasks and twenty columns: read, checked and held against an empty year, beside a bare streaming
 * read of the same file by the library, in turn. The heap is the least with which a process of its own comes to the end.
 * Nothing here judges a time; what fails is a row that is missing.
 */
class TableReadBenchmark {

    static final int TASKS = Integer.getInteger("supervision.bench.tasks", 10_000);

    private static final int LEAST_ROUNDS = 5;

    /** After this no further round begins; what runs in its first quarter warms up and does not count. */
    private static final long BUDGET =
            TimeUnit.SECONDS.toNanos(Integer.getInteger("supervision.bench.table-seconds", 60));

    private static final int STEP_OF_HEAP = 4;
    private static final int MOST_HEAP = 1024;

    @TempDir
    private Path folder;

    @Test
    void readsAsFastAsTheLibraryStreams() throws Exception {
        Map<String, Object> sizes = new TreeMap<>();
        Figures figures = new Figures();
        byte[] file = LargeLedger.results(TASKS);
        sizes.put("file bytes", file.length);
        measure(file, figures);
        measureHeap(Files.write(folder.resolve("ledger.xlsx"), file), figures);
        figures.add("table-read.tasks", TASKS, "tasks");
        figures.add("table-read.columns", LargeLedger.COLUMNS, "columns");
        figures.publish("table-read", sizes);
    }

    private static void measure(byte[] file, Figures figures) throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> streams = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long started = System.nanoTime();
        for (int round = 0; ratios.size() < LEAST_ROUNDS || System.nanoTime() - started < BUDGET; round++) {
            boolean counts = System.nanoTime() - started > BUDGET / 4;
            boolean oursFirst = round % 2 == 0;
            double first = oursFirst ? ours(file) : stream(file);
            double second = oursFirst ? stream(file) : ours(file);
            if (counts) {
                ours.add(oursFirst ? first : second);
                streams.add(oursFirst ? second : first);
                ratios.add(oursFirst ? first / second : second / first);
            }
        }
        figures.addSpread("table-read.seconds.ours", ours, "s");
        figures.addSpread("table-read.seconds.library-stream", streams, "s");
        figures.addSpread("table-read.ratio.ours-to-library-stream", ratios, "ratio");
        figures.add("table-read.rounds", ratios.size(), "rounds");
    }

    private static double ours(byte[] file) throws IOException {
        long start = System.nanoTime();
        int rows = TableReads.preview(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(rows).isEqualTo(TASKS);
        return seconds;
    }

    private static double stream(byte[] file) throws IOException {
        long start = System.nanoTime();
        int rows = TableReads.stream(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(rows).isEqualTo(TASKS + 2);
        return seconds;
    }

    private static void measureHeap(Path file, Figures figures) throws IOException, InterruptedException {
        int ours = leastHeap("preview", file);
        int nothing = leastHeap("nothing", file);
        figures.add("table-read.heap.ours", ours, "MB");
        figures.add("table-read.heap.library-stream", leastHeap("stream", file), "MB");
        figures.add("table-read.heap.file-alone", nothing, "MB");
        figures.add("table-read.heap.extra", ours - nothing, "MB");
    }

    /** In megabytes, with which the process ends well. */
    private static int leastHeap(String what, Path file) throws IOException, InterruptedException {
        int tooLittle = 0;
        int enough = MOST_HEAP;
        assertThat(endsWell(what, file, enough)).as(what).isTrue();
        while (enough - tooLittle > STEP_OF_HEAP) {
            int between = (enough + tooLittle) / 2;
            if (endsWell(what, file, between)) {
                enough = between;
            } else {
                tooLittle = between;
            }
        }
        return enough;
    }

    private static boolean endsWell(String what, Path file, int megabytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TableReads.class.getName(),
                        what,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
