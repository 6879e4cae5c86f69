package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supervision.workflow.Caller;

/** The artifact starts on a database of its own as in production: its processes deployed, nobody able to sign in. */
class ProductionStartIT {

    private static final File LOG = new File("target/production-start.log");

    private Process application;

    @Test
    void startsWithItsProcessesAndWithoutAnyAccount() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            createRoles(postgres);
            int port = start(postgres);

            try (Connection database = postgres.getDatabase("supervision_application", "supervision")
                    .getConnection()) {
                assertThat(count(database, "act_re_procdef")).isPositive();
                assertThat(count(database, "act_re_camformdef")).isPositive();
                assertThat(count(database, "act_id_user")).isZero();
                assertThat(count(database, "act_id_group")).isZero();
            }
            assertThat(LOG).content().doesNotContain("NOT PROTECTED");
            assertThat(Caller.anonymous(port).get("/login").statusCode()).isEqualTo(200);
            assertThat(Caller.basic(port, "demo", "demo").get("/api/v1/me").statusCode())
                    .isEqualTo(401);
            assertThat(Caller.anonymous(port).post("/api/v1/demo/clock", "{}").statusCode())
                    .isEqualTo(401);
            stop();
        }
    }

    /** As the README says. */
    private static void createRoles(EmbeddedPostgres postgres) throws SQLException {
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                Statement statement = database.createStatement()) {
            statement.execute("create role supervision_owner login password 'of-the-owner'");
            statement.execute("create role supervision_application login password 'of-the-application'");
            statement.execute("create database supervision owner supervision_owner");
        }
    }

    private int start(EmbeddedPostgres postgres) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("supervision.artifact"));
        builder.environment()
                .put(
                        "SPRING_DATASOURCE_URL",
                        postgres.getJdbcUrl("postgres", "supervision").replaceAll("[?].*", ""));
        builder.environment().put("SPRING_DATASOURCE_USERNAME", "supervision_application");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "of-the-application");
        builder.environment().put("SPRING_FLYWAY_USER", "supervision_owner");
        builder.environment().put("SPRING_FLYWAY_PASSWORD", "of-the-owner");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        application = builder.redirectErrorStream(true).redirectOutput(LOG).start();
        await("health on port " + port)
                .atMost(Duration.ofMinutes(4))
                .ignoreExceptions()
                .failFast("the application has ended", () -> !application.isAlive())
                .until(() ->
                        Caller.anonymous(port).get("/actuator/health").body().contains("\"UP\""));
        return port;
    }

    private static long count(Connection database, String table) throws SQLException {
        try (ResultSet count = database.createStatement().executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    @AfterEach
    void stop() {
        application.destroy();
        application.onExit().join();
    }
}
