package org.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Calls REST as a person would, over HTTP with the demo's password. */
@TestComponent
public class RestCalls {

    private final TestRestTemplate http;

    RestCalls(@Lazy TestRestTemplate http) {
        this.http = http;
    }

    public ResponseEntity<JsonNode> get(String username, String path, Object... variables) {
        return exchange(username, HttpMethod.GET, path, null, variables);
    }

    public ResponseEntity<JsonNode> post(
            String username, String path, @Nullable Map<String, ?> body, Object... variables) {
        return exchange(username, HttpMethod.POST, path, body, variables);
    }

    public ResponseEntity<JsonNode> put(String username, String path, Map<String, ?> body, Object... variables) {
        return exchange(username, HttpMethod.PUT, path, body, variables);
    }

    public ResponseEntity<JsonNode> patch(String username, String path, Map<String, ?> body, Object... variables) {
        return exchange(username, HttpMethod.PATCH, path, body, variables);
    }

    public ResponseEntity<JsonNode> delete(String username, String path, Object... variables) {
        return exchange(username, HttpMethod.DELETE, path, null, variables);
    }

    /** Sends a file with further fields as a browser's form does. */
    public ResponseEntity<JsonNode> upload(
            String username, String path, Resource file, Map<String, ?> fields, Object... variables) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", file);
        fields.forEach(parts::add);
        return http.withBasicAuth(username, "demo")
                .exchange("/api/v1" + path, HttpMethod.POST, new HttpEntity<>(parts), JsonNode.class, variables);
    }

    private ResponseEntity<JsonNode> exchange(
            String username, HttpMethod method, String path, @Nullable Map<String, ?> body, Object... variables) {
        return http.withBasicAuth(username, "demo")
                .exchange("/api/v1" + path, method, new HttpEntity<>(body), JsonNode.class, variables);
    }
}
