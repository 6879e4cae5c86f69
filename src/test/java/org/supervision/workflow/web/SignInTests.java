package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.workflow.Caller;

/** Who signs in is delayed by wrong passwords for real seconds, and has at each request the posts held then. */
@ApplicationTest
class SignInTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private SignInDelays delays;

    @Autowired
    private TimeTravel time;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aWrongPasswordDelaysForSecondsThoughTheDemoClockIsSetBack() {
        String username = cities.create().officer();
        time.to(Instant.parse("2024-06-01T01:00:00Z"));

        assertThat(call(username, "wrong").statusCode()).isEqualTo(401);
        time.to(Instant.parse("2023-06-01T01:00:00Z"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> call(username, "demo").statusCode() == 200);
    }

    @Test
    void theDelayIsToldInWordsAndTheSameOfNamesNobodyHas() {
        String username = cities.create().officer();
        for (int i = 0; i < 7; i++) {
            delays.count(username);
            delays.count("nobody-" + username);
        }

        HttpResponse<String> known = call(username, "demo");
        HttpResponse<String> unknown = call("nobody-" + username, "demo");

        assertThat(known.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(known.headers().firstValue("Retry-After").orElse("")))
                .isBetween(40, 64);
        assertThat(Caller.read(known).at("/detail").asText()).matches("前几次账号或密码不对，\\d+ 秒后再试");
        assertThat(unknown.statusCode()).isEqualTo(429);
        assertThat(unknown.body().replaceAll("\\d+ 秒", ""))
                .isEqualTo(known.body().replaceAll("\\d+ 秒", ""));

        delays.forget(username);
        assertThat(call(username, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void theSignInPageTellsTheDelay() {
        String username = cities.create().officer();
        for (int i = 0; i < 7; i++) {
            delays.count(username);
        }

        HttpResponse<String> answer = Caller.anonymous(port).signIn(username, "demo");

        String address = answer.headers().firstValue("Location").orElse("");
        assertThat(address).matches(".*/login\\?wait=\\d+");
        assertThat(portal.anonymous()
                        .open(address.substring(address.indexOf("/login")))
                        .text(".notice-red[role=alert]"))
                .matches("没有登录成功 前几次账号或密码不对，\\d+ 秒后再登录。");
        assertThat(portal.anonymous().open("/login?wait=nonsense").status()).isEqualTo(400);
    }

    @Test
    void theNextRequestKnowsWhichPostsAPersonHasLostOrGot() {
        TestCity city = cities.create();
        String username = city.officer();
        Caller caller = Caller.signedIn(port, username, "demo");
        assertThat(caller.get("/imports").statusCode()).isEqualTo(200);

        jdbc.sql("delete from act_id_membership where user_id_ = ?")
                .param(username)
                .update();
        assertThat(caller.get("/imports").statusCode()).isEqualTo(403);
        assertThat(caller.get("/api/v1/rounds").statusCode()).isEqualTo(403);

        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)")
                .params(username, city.code() + "/office/chief")
                .update();
        assertThat(caller.get("/audit").statusCode()).isEqualTo(200);
        assertThat(Caller.read(caller.get("/api/v1/me")).at("/roles").toString())
                .isEqualTo("[\"OFFICE_CHIEF\"]");

        jdbc.sql("delete from act_id_membership where user_id_ = ?")
                .param(username)
                .update();
        jdbc.sql("delete from act_id_user where id_ = ?").param(username).update();
        assertThat(caller.get("/audit").headers().firstValue("Location").orElse(""))
                .contains("/login");
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/rounds, 1", "/api/v1/me, 1", "/nothing, 2", "/css/supervision.css, 0", "/actuator/health, 0"})
    void thatCostsOneQueryOfARequest(String path, int queries) {
        Caller caller = Caller.signedIn(port, cities.create().officer(), "demo");
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        statements.setLevel(Level.DEBUG);
        statements.addAppender(log);
        try {
            caller.get(path);
        } finally {
            statements.detachAppender(log);
            statements.setLevel(null);
        }

        assertThat(log.list)
                .filteredOn(event -> event.getFormattedMessage().contains("from act_id_user u where u.id_ = ?"))
                .as("the refused request and its error page count apart")
                .hasSize(queries);
    }

    private HttpResponse<String> call(String username, String password) {
        return Caller.basic(port, username, password).get("/api/v1/me");
    }
}
