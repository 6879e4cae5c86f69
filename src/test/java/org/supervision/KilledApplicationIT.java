package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed application leaves a database server and a locked data directory behind; the next start copes with both. */
class KilledApplicationIT {

    private final File log = new File("target/killed-application.log");

    @TempDir
    private Path folder;

    private Process application;

    @Test
    void startsAgainOnTheDataOfAKilledOne() throws IOException, InterruptedException {
        Files.deleteIfExists(log.toPath());
        int port = start();
        assertThat(get(port, "/api/v1/rounds")).contains("demo-2026-q3");
        assertThat(log).as("what was done before health was UP").content().contains("is loaded");

        application.destroyForcibly().waitFor();
        port = start();

        assertThat(get(port, "/api/v1/rounds")).contains("demo-2026-q3");
    }

    @AfterEach
    void stop() throws InterruptedException {
        application.destroy();
        application.waitFor();
    }

    private int start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "-Dspring.profiles.active=demo",
                        "-Dsupervision.demo.data-directory=" + folder.resolve("postgres"),
                        "-Dserver.port=" + port,
                        SupervisionApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        await("health on port " + port)
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() ->
                        application.isAlive() && get(port, "/actuator/health").contains("\"UP\""));
        return port;
    }

    /** An empty entry would be the working directory, where the processes are found a second time. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString("officer:demo".getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
