package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A file that is there only if somebody's code has run on the server, and what would make it. */
record Bait(Path file) {

    static Bait lay() {
        try {
            Path place = Files.createDirectories(Path.of("target/plain/bait")).toAbsolutePath();
            return new Bait(place.resolve(UUID.randomUUID().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An expression that runs a command. */
    String expression() {
        return "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch " + file
                + "')}";
    }

    String script() {
        return "new File('" + file + "').text = 'x'";
    }

    void assertTaken() {
        await("code that runs on the server")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.exists(file));
    }

    void assertUntouched() {
        assertThat(file).doesNotExist();
    }
}
