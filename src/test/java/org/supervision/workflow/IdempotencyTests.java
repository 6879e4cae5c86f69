package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;

/** A write that is repeated with its key happens once. */
@ApplicationTest
class IdempotencyTests {

    @Autowired
    private TestRestTemplate http;

    private final String key = UUID.randomUUID().toString();
    private final String code = "i" + key.substring(0, 8).replace("-", "");

    @Test
    void aRepeatedWriteIsAnsweredAsTheFirstTime() {
        ResponseEntity<String> first = create(code, key);
        ResponseEntity<String> second = create(code, key);

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders()).containsKey("Idempotency-Replayed");
    }

    @Test
    void withoutAKeyTheSameWriteIsRefusedTheSecondTime() {
        create(code, null);
        assertThat(create(code, null).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aKeyServesOneAddressOnly() {
        create(code, key);
        ResponseEntity<String> other = http.withBasicAuth("sysadmin", "demo")
                .exchange("/api/v1/units", HttpMethod.POST, new HttpEntity<>(Map.of(), headers(key)), String.class);
        assertThat(other.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ResponseEntity<String> create(String government, String idempotencyKey) {
        return http.withBasicAuth("sysadmin", "demo")
                .exchange(
                        "/api/v1/governments",
                        HttpMethod.POST,
                        new HttpEntity<>(Map.of("code", government, "name", "测试市"), headers(idempotencyKey)),
                        String.class);
    }

    private static HttpHeaders headers(String idempotencyKey) {
        HttpHeaders headers = new HttpHeaders();
        if (idempotencyKey != null) {
            headers.set("Idempotency-Key", idempotencyKey);
        }
        return headers;
    }
}
