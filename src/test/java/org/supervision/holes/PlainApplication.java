package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.supervision.workflow.Caller;

/**
 * A plain Camunda 7.24.0 with its defaults, in a process of its own: the starters for REST and web applications on H2, and
 * naive pages where the hole is one of any portal. Built by the build to {@code target/plain} from {@code src/test/plain}.
 */
final class PlainApplication {

    /** Open to everybody. */
    static final String REST = "/engine-rest";

    private static final Path PLACE = Path.of("target/plain");
    private static final Path CLASS_PATH = PLACE.resolve("classpath");

    private final int port = freePort();
    private final Path folder;
    private final Process process;

    private PlainApplication() throws IOException {
        folder = Files.createDirectories(PLACE.resolve("files")).toAbsolutePath();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dplain.folder=" + folder,
                        "-cp",
                        Files.readString(CLASS_PATH).strip(),
                        "plain.PlainApplication",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(PLACE.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Says so if it is not there. */
    static boolean isThere() {
        if (!Files.exists(CLASS_PATH)) {
            System.err.println("SKIPPED: no plain application in " + PLACE + " (the build makes it before its"
                    + " integration tests; here: mvn antrun:run@plain); no known hole was tried");
        }
        return Files.exists(CLASS_PATH);
    }

    /** Starts beside what else starts; {@link #await} before it is used. */
    static PlainApplication start() {
        try {
            return new PlainApplication();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitStart() {
        await("the plain application on port " + port)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .failFast("it has ended, see " + PLACE + "/log", () -> !process.isAlive())
                .until(() -> anybody().get(REST + "/version").statusCode() == 200);
    }

    void stop() {
        process.destroyForcibly();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Where its naive pages keep files. */
    Path folder() {
        return folder;
    }

    /** Nobody who has signed in. */
    Caller anybody() {
        return Caller.anonymous(port);
    }

    JsonNode read(String path) {
        HttpResponse<String> answer = anybody().get(REST + path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return Caller.read(answer);
    }

    /** An act nobody should be able to take without signing in; it succeeds here. */
    HttpResponse<String> act(String method, String path, Object body) {
        HttpResponse<String> answer = anybody().send(method, REST + path, body);
        assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 204);
        return answer;
    }

    /** Whether that password opens the web application. */
    boolean signsIn(String username, String password, String webApplication) {
        return signIn(anybody(), username, password, webApplication) == 200;
    }

    Caller signedIn(String username, String password, String webApplication) {
        Caller caller = anybody();
        assertThat(signIn(caller, username, password, webApplication)).isEqualTo(200);
        return caller;
    }

    private static int signIn(Caller caller, String username, String password, String webApplication) {
        caller.get("/camunda/app/welcome/default/");
        String token = caller.cookie("XSRF-TOKEN").orElseThrow();
        return caller.exchange(caller.request("/camunda/api/admin/auth/user/default/login/" + webApplication)
                        .header("X-XSRF-TOKEN", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + username + "&password=" + password)))
                .statusCode();
    }

    void deploy(String process) {
        deploy(process, Map.of());
    }

    private void deploy(String process, Map<String, String> fields) {
        HttpResponse<String> answer = new Multipart(
                        "data", process(process) + ".bpmn", OurApplication.bytes(process), fields)
                .sendTo(anybody(), REST + "/deployment/create");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String process(String xml) {
        return xml.replaceAll("(?s).*<process id=\"([^\"]+)\".*", "$1");
    }

    /** Deploys a process and starts an instance of it; answers its id. */
    String run(String process) {
        deploy(process);
        return start("/process-definition/key/" + process(process));
    }

    /** The same for a tenant. */
    String run(String process, String tenant) {
        deploy(process, Map.of("tenant-id", tenant));
        return start("/process-definition/key/" + process(process) + "/tenant-id/" + tenant);
    }

    private String start(String definition) {
        return Caller.read(act(
                        "POST", definition + "/start", Map.of("variables", Map.of("group", Map.of("value", "office")))))
                .at("/id")
                .asText();
    }

    String taskOf(String instance) {
        return read("/task?processInstanceId=" + instance).at("/0/id").asText();
    }

    List<String> names(String path, String field) {
        return read(path).findValuesAsText(field);
    }
}
