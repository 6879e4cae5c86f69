package org.supervision.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.notification.DeliveryFailedException.Reason;

/** Posts to the group robots of WeCom and DingTalk in the JSON each of them takes. */
@Component
class RobotChannel {

    /** What WeCom takes; DingTalk takes more. */
    static final int LONGEST_TEXT = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 10_000;

    private final RobotAddressPolicy addresses;
    private final ObjectMapper json;
    private final Clock clock;
    private final Outages outages;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RobotChannel(NotificationProperties properties, ObjectMapper json, Clock clock, Outages outages) {
        this.addresses = new RobotAddressPolicy(properties.robotOrigins());
        this.json = json;
        this.clock = clock;
        this.outages = outages;
    }

    void send(RobotKind robot, @Nullable String secret, OutgoingMessage message) {
        if (!addresses.allows(message.address())) {
            throw new DeliveryFailedException(Reason.CHANNEL_OFF, ChannelKind.ROBOT.name());
        }
        URI address = URI.create(
                robot == RobotKind.DINGTALK && secret != null
                        ? message.address() + signature(secret, clock.millis())
                        : message.address());
        outages.refuseDuring(address.getAuthority());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(robot, message)))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                refuseErrors(
                        response.statusCode(), new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
            }
            outages.end(address.getAuthority());
        } catch (IOException e) {
            throw outages.begin(address.getAuthority());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException(Reason.UNREACHABLE, address.getAuthority());
        }
    }

    private String body(RobotKind robot, OutgoingMessage message) {
        Map<String, ?> markdown =
                switch (robot) {
                    case WECOM -> Map.of("content", message.text());
                    case DINGTALK -> Map.of("title", message.subject(), "text", message.text());
                };
        return json.valueToTree(Map.of("msgtype", "markdown", "markdown", markdown))
                .toString();
    }

    /** Both answer 200 with an error code of their own when they refuse. */
    private void refuseErrors(int status, String answer) throws IOException {
        if (status != 200) {
            throw new DeliveryFailedException(Reason.REFUSED, "HTTP " + status);
        }
        JsonNode said = json.readTree(answer);
        if (said.path("errcode").asInt(-1) != 0) {
            throw new DeliveryFailedException(
                    Reason.REFUSED,
                    said.path("errcode").asText() + " " + said.path("errmsg").asText());
        }
    }

    /** Timestamp and its HMAC-SHA256 as further parameters, as DingTalk checks them. */
    static String signature(String secret, long millis) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sign = mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return "&timestamp=" + millis + "&sign="
                    + URLEncoder.encode(Base64.getEncoder().encodeToString(sign), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }
}
