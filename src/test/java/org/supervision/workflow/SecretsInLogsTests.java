package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** Nothing secret is written to the application's log, not even while a fault is looked for. */
@ApplicationTest
class SecretsInLogsTests {

    private static final String SECRET = "Planted-7c1f9e-2024";
    private static final String OTHER = "Planted-b2d407-2024";
    private static final List<String> LOOKED_AT =
            List.of("org.supervision", "org.springframework.web", "org.springframework.security", "org.apache.tomcat");

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, Level> before = new LinkedHashMap<>();

    private static LoggerContext loggers() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @BeforeEach
    void readTheLog() {
        log.start();
        loggers().getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        for (String name : LOOKED_AT) {
            before.put(name, loggers().getLogger(name).getLevel());
            loggers().getLogger(name).setLevel(Level.DEBUG);
        }
    }

    @AfterEach
    void leaveIt() {
        loggers().getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
        before.forEach((name, level) -> loggers().getLogger(name).setLevel(level));
    }

    private String written() {
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            text.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return text.toString();
    }

    @Test
    void passwordsAreNotInIt() {
        TestCity city = cities.create();
        String officer = city.officer();

        Caller.basic(port, officer, "demo").post("/api/v1/me/password", Map.of("current", "demo", "password", SECRET));
        Caller.basic(port, officer, "demo").post("/api/v1/me/password", Map.of("current", OTHER, "password", SECRET));
        Caller.basic(port, officer, SECRET).get("/api/v1/me");
        Caller.anonymous(port).signIn(officer, OTHER);
        Caller.basic(port, city.chief(), "demo")
                .post(
                        "/api/v1/people",
                        Map.of("username", city.code() + "-x", "name", "某某", "password", OTHER, "role", "OFFICER"));
        Caller.basic(port, city.chief(), "demo")
                .post("/api/v1/people", "{\"password\": \"" + OTHER + "\", \"role\": 7");
        portal.signIn(city.chief())
                .open("/password")
                .submit("form[action=/password]", Map.of("current", OTHER, "password", SECRET, "repeated", SECRET));

        assertThat(written())
                .contains("/api/v1/me/password")
                .doesNotContain(OTHER)
                .doesNotContain(SECRET);
    }

    @Test
    void keysOfRobotsAreNotInIt() {
        TestCity city = cities.create();
        Caller keeper = Caller.signedIn(port, "sysadmin", "demo");

        keeper.form(
                "/channels/" + city.code(),
                Map.of(
                        "robot",
                        "DINGTALK",
                        "robotUrl",
                        "https://nowhere.example/send?key=" + SECRET,
                        "robotSecret",
                        OTHER,
                        "_csrf",
                        keeper.csrf("/password")));

        assertThat(written()).contains("/channels/").doesNotContain(SECRET).doesNotContain(OTHER);
    }

    @Test
    void whatTheDatabaseRefusesIsNamedWithoutItsContents() {
        String username = cities.create().officer();
        jdbc.sql("insert into person_phone (username, phone) values (?, ?)")
                .params(username, "1")
                .update();

        assertThatThrownBy(() -> jdbc.sql("insert into person_phone (username, phone) values (?, ?)")
                        .params(username, SECRET)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("person_phone_pkey")
                .satisfies(thrown ->
                        assertThat(stackTrace(thrown)).doesNotContain(username).doesNotContain(SECRET));
    }

    private static String stackTrace(Throwable thrown) {
        return Throwables.getStackTrace(thrown);
    }
}
