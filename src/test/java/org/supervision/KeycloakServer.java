package org.supervision;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.supervision.identity.PasswordBlacklist;

/**
 * A real Keycloak with the realm as it is deployed, one for all tests of a run, and the administrator at its console.
 * Unpacked by the build to {@code target/keycloak}; tests that need it are skipped, loudly, where it is not.
 */
public final class KeycloakServer {

    public static final String PASSWORD = "correct horse battery";
    public static final String PORTAL_SECRET = "secret-of-the-portal";
    public static final String DIRECTORY_SECRET = "secret-of-the-directory";

    private static final Path PLACE = Path.of("target/keycloak");
    private static final Path REALM = Path.of("deploy/keycloak");
    private static final String ADMIN = "admin";

    /** Clients only the tests have: the realm's own take no passwords. */
    public static final String CALLER = "test-caller";

    private static final String STRANGER = "test-stranger";

    private static KeycloakServer running;

    private final int port = freePort();
    private final int applicationPort = freePort();
    private final Process process;
    private final RestClient http = RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory())
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();

    private KeycloakServer(Path home) {
        try {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    REALM.resolve("supervision-realm.json"),
                    imports.resolve("supervision-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            PasswordBlacklist.write(home.resolve("data/password-blacklists"));
            ProcessBuilder server = new ProcessBuilder(
                    "bash",
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--db=dev-mem",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port);
            server.environment()
                    .putAll(Map.of(
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            ADMIN,
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            ADMIN,
                            "JAVA_OPTS_KC_HEAP",
                            "-Xms128m -Xmx512m",
                            // The tests speak to it without TLS.
                            "SUPERVISION_KEYCLOAK_SSL_REQUIRED",
                            "none",
                            "SUPERVISION_ORIGIN",
                            application(),
                            "SUPERVISION_BACK_CHANNEL_ORIGIN",
                            application(),
                            "SUPERVISION_KEYCLOAK_CLIENT_SECRET",
                            PORTAL_SECRET,
                            "SUPERVISION_KEYCLOAK_DIRECTORY_SECRET",
                            DIRECTORY_SECRET));
            process = server.redirectErrorStream(true)
                    .redirectOutput(new File("target/keycloak.log"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        await("Keycloak on port " + port)
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .failFast("Keycloak has ended, see target/keycloak.log", () -> !process.isAlive())
                .until(() -> http.get()
                        .uri(issuer() + "/.well-known/openid-configuration")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .is2xxSuccessful());
        addCaller(CALLER, true);
        addCaller(STRANGER, false);
    }

    /** Says so if it is not there. */
    public static boolean isThere() {
        if (home().isEmpty()) {
            System.err.println(
                    "SKIPPED: no Keycloak in " + PLACE + " (the build unpacks it before its integration tests;"
                            + " here: mvn dependency:unpack@keycloak); sign-in at Keycloak was not tried");
        }
        return home().isPresent();
    }

    private static Optional<Path> home() {
        try (Stream<Path> unpacked = Files.isDirectory(PLACE) ? Files.list(PLACE) : Stream.empty()) {
            return unpacked.filter(directory -> Files.exists(directory.resolve("bin/kc.sh")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static synchronized KeycloakServer get() {
        if (running == null) {
            running = new KeycloakServer(home().orElseThrow());
        }
        return running;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/supervision";
    }

    /** Where Keycloak expects the application. */
    public String application() {
        return "http://localhost:" + applicationPort;
    }

    public int applicationPort() {
        return applicationPort;
    }

    /** It hangs: connections are taken and never answered. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        tree().map(ProcessHandle::pid).map(String::valueOf).forEach(command::add);
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<ProcessHandle> tree() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    private void stop() {
        tree().toList().forEach(ProcessHandle::destroyForcibly);
    }

    // ---- what its administrator does

    /** Gives somebody, whom the application may have made before, a password of their own. */
    public void setPassword(String username) {
        String user = "/users/" + id(username);
        call("PUT", user, Map.of("requiredActions", List.of()));
        call("PUT", user + "/reset-password", Map.of("type", "password", "value", PASSWORD, "temporary", false));
    }

    /** Whether its policy lets somebody have that password. */
    public boolean takesPassword(String username, String password) {
        return answer(
                        "PUT",
                        "/users/" + id(username) + "/reset-password",
                        Map.of("type", "password", "value", password, "temporary", false))
                .getStatusCode()
                .is2xxSuccessful();
    }

    /** Asks everybody for a one-time code, or only holders of the role again, as the manual says. */
    public void askEverybodyForASecondFactor(boolean wanted) {
        JsonNode role = call("GET", "/roles/second-factor", null);
        call(
                wanted ? "POST" : "DELETE",
                "/roles/default-roles-supervision/composites",
                List.of(Map.of("id", role.path("id").asText(), "name", "second-factor")));
    }

    /** What is answered to somebody who is nobody there. */
    public int asStranger(String path, Object body) {
        return http.post()
                .uri(issuer() + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    public void addPerson(String username) {
        call("POST", "/users", Map.of("username", username, "firstName", username, "enabled", true));
        setPassword(username);
    }

    public void disable(String username) {
        call("PUT", "/users/" + id(username), Map.of("enabled", false));
    }

    public void enter(String username, String path) {
        call("PUT", "/users/" + id(username) + "/groups/" + group(path), null);
    }

    public void leave(String username, String path) {
        call("DELETE", "/users/" + id(username) + "/groups/" + group(path), null);
    }

    public void addGroup(String name) {
        call("POST", "/groups", Map.of("name", name));
    }

    public String group(String path) {
        return call("GET", "/group-by-path/" + path, null).path("id").asText();
    }

    /** Ends all sessions of a person, as the administrator's console does. */
    public void signOut(String username) {
        call("POST", "/users/" + id(username) + "/logout", null);
    }

    public JsonNode groupsOf(String username) {
        return call("GET", "/users/" + id(username) + "/groups", null);
    }

    public String id(String username) {
        return call("GET", "/users?exact=true&username=" + username, null)
                .path(0)
                .path("id")
                .asText();
    }

    public JsonNode realm() {
        return call("GET", "", null);
    }

    /** Lays a file of the deployment over the realm. */
    public void overlay(String file) {
        try {
            call("PUT", "", new ObjectMapper().readTree(REALM.resolve(file).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void change(Map<String, ?> settings) {
        call("PUT", "", settings);
    }

    private void addCaller(String name, boolean forTheInterface) {
        Map<String, Object> client = new HashMap<>(Map.of(
                "clientId",
                name,
                "publicClient",
                true,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                true,
                // The realm's own flow gives no token for a password, whatever a client is set to.
                "authenticationFlowBindingOverrides",
                Map.of("direct_grant", flow("direct grant")),
                "attributes",
                Map.of(
                        "backchannel.logout.url",
                        application() + "/logout/connect/back-channel/keycloak",
                        "backchannel.logout.session.required",
                        "true")));
        if (forTheInterface) {
            client.put("defaultClientScopes", List.of("basic", "acr", "profile", "supervision-api"));
        }
        call("POST", "/clients", client);
    }

    private String flow(String alias) {
        for (JsonNode flow : call("GET", "/authentication/flows", null)) {
            if (flow.path("alias").asText().equals(alias)) {
                return flow.path("id").asText();
            }
        }
        throw new AssertionError("No flow " + alias);
    }

    /** A client somebody has opened to passwords, as Keycloak's console lets them. */
    public void addOpenClient(String name) {
        call("POST", "/clients", Map.of("clientId", name, "publicClient", true, "directAccessGrantsEnabled", true));
    }

    public List<String> clients() {
        return call("GET", "/clients", null).findValuesAsText("clientId");
    }

    /** What is answered to the service account of the application, asking as it does. */
    public int asApplication(String method, String path, Object body) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", "supervision-directory");
        form.add("client_secret", DIRECTORY_SECRET);
        String token = http.post()
                .uri(issuer() + "/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JsonNode.class)
                .path("access_token")
                .asText();
        RestClient.RequestBodySpec request = http.method(HttpMethod.valueOf(method))
                .uri("http://127.0.0.1:" + port + "/admin/realms/supervision" + path)
                .headers(headers -> headers.setBearerAuth(token));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toBodilessEntity().getStatusCode().value();
    }

    /** A token for the REST interface; empty if the person gets none. */
    public String token(String username) {
        return token(CALLER, username, PASSWORD).path("access_token").asText();
    }

    /** A token for somebody else's interface. */
    public String foreignToken(String username) {
        return token(STRANGER, username, PASSWORD).path("access_token").asText();
    }

    /** What is answered to a password. */
    public JsonNode answer(String username, String password) {
        return token(CALLER, username, password);
    }

    public JsonNode answerOf(String client, String username) {
        return token(client, username, PASSWORD);
    }

    private JsonNode token(String client, String username, String password) {
        return token("supervision", client, username, password);
    }

    private JsonNode token(String realm, String client, String username, String password) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "password");
        form.add("scope", "openid");
        form.add("client_id", client);
        form.add("username", username);
        form.add("password", password);
        String answer = http.post()
                .uri("http://127.0.0.1:" + port + "/realms/" + realm + "/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(String.class);
        try {
            return new ObjectMapper().readTree(answer);
        } catch (IOException e) {
            // A page for people: no token is in it.
            return MissingNode.getInstance();
        }
    }

    private JsonNode call(String method, String path, Object body) {
        var answer = answer(method, path, body);
        if (answer.getStatusCode().isError()) {
            throw new AssertionError(method + " " + path + ": " + answer);
        }
        return answer.getBody() == null ? MissingNode.getInstance() : answer.getBody();
    }

    private ResponseEntity<JsonNode> answer(String method, String path, Object body) {
        RestClient.RequestBodySpec request = http.method(HttpMethod.valueOf(method))
                .uri("http://127.0.0.1:" + port + "/admin/realms/supervision" + path)
                .headers(headers -> headers.setBearerAuth(token("master", "admin-cli", ADMIN, ADMIN)
                        .path("access_token")
                        .asText()));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(JsonNode.class);
    }
}
