package org.supervision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** As much of Keycloak's interfaces as the application uses, in memory: it can fall silent and turn away. */
public final class KeycloakDouble {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "/admin/realms/supervision/";
    private static final String REALM = "/realms/supervision";

    /** How it behaves to the application. */
    public enum Mood {
        ANSWERING,
        SILENT,
        /** It does not know the application's secret. */
        SHUTTING_OUT,
        /** It lets the application read and no more. */
        READ_ONLY
    }

    private record Group(String id, String name, String parent) {}

    private final HttpServer server;
    private final ECKey key;
    private final Map<String, Map<String, Object>> users = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private volatile Mood mood = Mood.ANSWERING;

    public KeycloakDouble() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("double").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "keycloak-double");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
        warmUp();
    }

    /** On a busy machine the first call takes longer than the application waits for. */
    private void warmUp() {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs"))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + REALM;
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    // ---- what its administrator does

    public synchronized String add(String username, String name) {
        String id = UUID.randomUUID().toString();
        users.put(id, new LinkedHashMap<>(Map.of("id", id, "username", username, "firstName", name, "enabled", true)));
        return id;
    }

    public synchronized String id(String username) {
        return users.values().stream()
                .filter(user -> username.equals(user.get("username")))
                .map(user -> String.valueOf(user.get("id")))
                .findFirst()
                .orElse(null);
    }

    public synchronized Object field(String username, String field) {
        return users.get(id(username)).get(field);
    }

    public synchronized void set(String username, String field, Object value) {
        users.get(id(username)).put(field, value);
    }

    public synchronized void remove(String username) {
        String id = id(username);
        users.remove(id);
        members.values().forEach(each -> each.remove(id));
    }

    public synchronized void enter(String username, String path) {
        members.get(group(path).id()).add(id(username));
    }

    public synchronized void leave(String username, String path) {
        members.get(group(path).id()).remove(id(username));
    }

    /** A group at the top, whatever its name looks like. */
    public synchronized void addTopGroup(String name, String username) {
        members.get(make(name, null).id()).add(id(username));
    }

    public synchronized List<String> groupsOf(String username) {
        return groups.values().stream()
                .filter(group -> members.get(group.id()).contains(id(username)))
                .map(group -> path(group).substring(1))
                .sorted()
                .toList();
    }

    // ---- tokens

    /** What a bearer token of the person says; change it, then sign it. */
    public JWTClaimsSet.Builder claims(String username) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(id(username))
                .claim("preferred_username", username)
                .claim("typ", "Bearer")
                .claim("scope", "profile supervision-api")
                .claim("sid", UUID.randomUUID().toString())
                .audience("supervision-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, "JWT");
    }

    /** @param type of the header, as in {@code logout+jwt} */
    public String signed(JWTClaimsSet.Builder claims, String type) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .keyID("double")
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- its interfaces

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] given = exchange.getRequestBody().readAllBytes();
            if (mood == Mood.SILENT) {
                reply(exchange, 503, Map.of());
            } else if (path.startsWith(ADMIN)) {
                admin(exchange, path.substring(ADMIN.length()), given);
            } else if (path.endsWith("/token")) {
                reply(
                        exchange,
                        mood == Mood.SHUTTING_OUT ? 401 : 200,
                        Map.of("access_token", "of the service", "expires_in", 60));
            } else if (path.endsWith("/certs")) {
                reply(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
            } else {
                reply(exchange, 200, Map.of());
            }
        }
    }

    private synchronized void admin(HttpExchange exchange, String path, byte[] given) throws IOException {
        String method = exchange.getRequestMethod();
        String[] parts = path.split("/");
        Map<String, Object> body =
                given.length == 0 ? Map.of() : JSON.readValue(given, new TypeReference<Map<String, Object>>() {});
        if (mood == Mood.SHUTTING_OUT) {
            reply(exchange, 401, Map.of());
        } else if (mood == Mood.READ_ONLY && !method.equals("GET")) {
            reply(exchange, 403, Map.of());
        } else if (parts[0].equals("users")) {
            users(exchange, method, parts, body);
        } else if (parts[0].equals("group-by-path")) {
            Stream<Group> found = groups.values().stream()
                    .filter(group -> path(group).equals("/" + path.substring("group-by-path/".length())));
            replyOrNotFound(exchange, found.map(this::json).findFirst().orElse(null));
        } else if (parts[0].equals("groups")) {
            groups(exchange, method, parts, body);
        } else {
            reply(exchange, 404, Map.of());
        }
    }

    private void users(HttpExchange exchange, String method, String[] parts, Map<String, Object> body)
            throws IOException {
        if (parts.length == 1 && method.equals("GET")) {
            String wanted = query(exchange, "username");
            reply(
                    exchange,
                    200,
                    users.values().stream()
                            .filter(user -> wanted.equals(user.get("username")))
                            .map(this::user)
                            .toList());
        } else if (parts.length == 1) {
            if (id(String.valueOf(body.get("username"))) != null) {
                reply(exchange, 409, Map.of());
                return;
            }
            String id = add(String.valueOf(body.get("username")), String.valueOf(body.get("firstName")));
            users.get(id).putAll(body);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1" + ADMIN + "users/" + id);
            reply(exchange, 201, Map.of());
        } else if (!users.containsKey(parts[1])) {
            reply(exchange, 404, Map.of());
        } else if (parts.length == 2 && method.equals("GET")) {
            reply(exchange, 200, user(users.get(parts[1])));
        } else if (parts.length == 2) {
            users.get(parts[1]).putAll(body);
            reply(exchange, 204, null);
        } else if (parts.length == 3) {
            reply(
                    exchange,
                    200,
                    groups.values().stream()
                            .filter(group -> members.get(group.id()).contains(parts[1]))
                            .map(this::json)
                            .toList());
        } else if (method.equals("PUT")) {
            members.get(parts[3]).add(parts[1]);
            reply(exchange, 204, null);
        } else {
            members.get(parts[3]).remove(parts[1]);
            reply(exchange, 204, null);
        }
    }

    private void groups(HttpExchange exchange, String method, String[] parts, Map<String, Object> body)
            throws IOException {
        String above = parts.length == 1 ? null : parts[1];
        if (method.equals("POST")) {
            make(String.valueOf(body.get("name")), above);
            reply(exchange, 201, Map.of());
        } else if (parts.length == 2) {
            replyOrNotFound(exchange, groups.containsKey(above) ? json(groups.get(above)) : null);
        } else if (parts.length == 3 && parts[2].equals("members")) {
            reply(
                    exchange,
                    200,
                    members.get(above).stream().map(users::get).map(this::user).toList());
        } else {
            reply(
                    exchange,
                    200,
                    groups.values().stream()
                            .filter(group -> above == null ? group.parent() == null : above.equals(group.parent()))
                            .map(this::json)
                            .toList());
        }
    }

    private Group group(String path) {
        Group at = null;
        for (String name : path.split("/")) {
            String above = at == null ? null : at.id();
            at = groups.values().stream()
                    .filter(group -> group.name().equals(name)
                            && (above == null ? group.parent() == null : above.equals(group.parent())))
                    .findFirst()
                    .orElseGet(() -> make(name, above));
        }
        return at;
    }

    private Group make(String name, String parent) {
        Group group = new Group(UUID.randomUUID().toString(), name, parent);
        groups.put(group.id(), group);
        members.put(group.id(), new LinkedHashSet<>());
        return group;
    }

    private String path(Group group) {
        return (group.parent() == null ? "" : path(groups.get(group.parent()))) + "/" + group.name();
    }

    private Map<String, Object> json(Group group) {
        Map<String, Object> json = new LinkedHashMap<>(
                Map.of("id", group.id(), "name", group.name(), "path", path(group), "subGroupCount", 1));
        if (group.parent() != null) {
            json.put("parentId", group.parent());
        }
        return json;
    }

    private Map<String, Object> user(Map<String, Object> user) {
        Map<String, Object> json = new LinkedHashMap<>(user);
        json.put("access", Map.of("manageGroupMembership", mood != Mood.READ_ONLY));
        return json;
    }

    private static String query(HttpExchange exchange, String name) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static void replyOrNotFound(HttpExchange exchange, Map<String, Object> body) throws IOException {
        reply(exchange, body == null ? 404 : 200, body == null ? Map.of() : body);
    }

    private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
