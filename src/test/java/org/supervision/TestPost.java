package org.supervision;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real mail server and a real server of group robots, which can fail. */
@TestComponent
public class TestPost implements DynamicPropertyRegistrar {

    /** What a robot was sent. */
    public record Call(String path, String query, String body) {}

    private final int smtpPort = freePort();
    private final HttpServer robots = robots();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String robotsAnswer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private volatile GreenMail mail = started();

    @Override
    public void accept(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", () -> smtpPort);
        registry.add("supervision.notification.robot-origins", this::robotOrigin);
    }

    public String robotOrigin() {
        return "http://127.0.0.1:" + robots.getAddress().getPort();
    }

    /** Mails that came for an address, the oldest first. */
    public List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> recipients(message).equals(address))
                .toList();
    }

    /** What was sent to one robot. */
    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    public void robotsAnswer(String json) {
        robotsAnswer = json;
    }

    public void stopMail() {
        mail.stop();
    }

    public void startMail() {
        if (!mail.isRunning()) {
            mail = started();
        }
    }

    private GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private HttpServer robots() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                calls.add(new Call(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestURI().getRawQuery(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                byte[] answer = robotsAnswer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void stop() {
        mail.stop();
        robots.stop(0);
    }

    private static String recipients(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
