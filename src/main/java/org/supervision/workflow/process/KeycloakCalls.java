package org.supervision.workflow.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micrometer.core.instrument.Clock;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.workflow.KeycloakSettings;
import org.supervision.workflow.process.KeycloakException.Why;

/** Calls of Keycloak's Admin REST interface with the token of a service account; none is waited for long. */
@Component
@Profile("keycloak")
class KeycloakCalls {

    private static final Logger log = LoggerFactory.getLogger(KeycloakCalls.class);
    private static final int PAGE = 500;

    /** After a question without an answer nobody waits for another for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private record Token(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {

        @Override
        public String toString() {
            return "Token for " + seconds + " s";
        }
    }

    /** @param until on a clock that only ticks */
    private record Held(String token, Duration until) {

        @Override
        public String toString() {
            return "Held until " + until;
        }
    }

    private final KeycloakSettings settings;
    private final Clock ticks;
    private final RestClient http;
    private volatile @Nullable Held held;
    private volatile @Nullable Duration silentSince;

    /** @param ticks read for elapsed time only */
    KeycloakCalls(KeycloakSettings settings, Clock ticks) {
        this.settings = settings;
        this.ticks = ticks;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(KeycloakSettings.PATIENCE)
                .build());
        requests.setReadTimeout(KeycloakSettings.PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    boolean answers() {
        if (isSilent()) {
            return false;
        }
        try {
            http.get()
                    .uri(settings.realm() + "/.well-known/openid-configuration")
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            fallsSilent(e);
            return false;
        }
    }

    /** Whether it gave no answer a moment ago. */
    boolean isSilent() {
        Duration since = silentSince;
        return since != null && elapsed().minus(since).compareTo(PAUSE) < 0;
    }

    void fallsSilent(RuntimeException reason) {
        silentSince = elapsed();
        log.warn("Keycloak does not answer: {}", reason.getMessage());
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticks.monotonicTime());
    }

    <T> List<T> pages(ParameterizedTypeReference<List<T>> type, String... segments) {
        List<T> all = new ArrayList<>();
        List<T> page;
        do {
            page = get(
                    path(segments)
                            .queryParam("briefRepresentation", true)
                            .queryParam("first", all.size())
                            .queryParam("max", PAGE)
                            .build()
                            .toUri(),
                    type);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    UriComponentsBuilder path(String... segments) {
        return UriComponentsBuilder.fromUriString(settings.directory()).pathSegment(segments);
    }

    URI at(String... segments) {
        return path(segments).build().encode().toUri();
    }

    <T> T get(URI address, ParameterizedTypeReference<T> type) {
        return Objects.requireNonNull(http.get()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(type));
    }

    /** @return where what was made is, if something was */
    @Nullable
    URI send(HttpMethod method, URI address, @Nullable Object body) {
        RestClient.RequestBodySpec request =
                http.method(method).uri(address).headers(headers -> headers.setBearerAuth(token()));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toBodilessEntity().getHeaders().getLocation();
    }

    private String token() {
        Duration now = elapsed();
        Held kept = held;
        if (kept != null && kept.until().compareTo(now) > 0) {
            return kept.token();
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Token token = Objects.requireNonNull(http.post()
                .uri(settings.tokens())
                .headers(headers -> headers.setBasicAuth(
                        encoded(settings.directoryClientId()), encoded(settings.directorySecret())))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Token.class));
        // Renewed in time: half its life is left at the least.
        held = new Held(token.token(), now.plusSeconds(token.seconds() / 2));
        return token.token();
    }

    /** As RFC 6749, 2.3.1 wants both. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is thrown says whether it was silent, or refused. */
    <T> T ask(Supplier<T> question) {
        if (isSilent()) {
            throw new KeycloakException(Why.SILENT);
        }
        try {
            return answer(question);
        } catch (HttpClientErrorException e) {
            log.warn("Keycloak refuses: {}", e.getMessage());
            throw new KeycloakException(
                    e instanceof HttpClientErrorException.Unauthorized ? Why.SHUT_OUT : Why.REFUSED);
        } catch (RestClientException e) {
            fallsSilent(e);
            throw new KeycloakException(Why.SILENT);
        }
    }

    /** A token may have lost its worth before its time: with a new one it is asked once more. */
    private <T> T answer(Supplier<T> question) {
        boolean isOld = held != null;
        try {
            return question.get();
        } catch (HttpClientErrorException.Unauthorized e) {
            held = null;
            if (isOld) {
                return question.get();
            }
            throw e;
        }
    }
}
