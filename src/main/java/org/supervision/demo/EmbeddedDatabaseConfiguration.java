package org.supervision.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts a PostgreSQL of its own, so that nothing but a JDK is needed to try the application. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class EmbeddedDatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseConfiguration.class);

    /** @param dataDirectory kept between starts; empty for a temporary one */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${supervision.demo.data-directory}") String dataDirectory)
            throws IOException, InterruptedException {
        // The context closes the server after everything that uses it; a hook of its own would be too early.
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
        if (!dataDirectory.isBlank()) {
            Path directory = Path.of(dataDirectory).toAbsolutePath();
            Files.createDirectories(directory);
            stopLeftOver(directory);
            builder.setDataDirectory(directory).setCleanDataDirectory(false);
        }
        return builder.start();
    }

    /** The application connects with a role of its own, as in production: it owns nothing but the engine's tables. */
    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(
            EmbeddedPostgres postgres, @Value("${spring.flyway.placeholders.applicationRole}") String role) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$")
                .update();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return role;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl(role, "postgres");
            }
        };
    }

    /** Who owns the tables and changes them from version to version. */
    @Bean
    FlywayConnectionDetails ownerConnectionDetails(EmbeddedPostgres postgres) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("postgres", "postgres");
            }
        };
    }

    /** A killed application leaves its database server running on the directory: it must end before a new one starts. */
    private static void stopLeftOver(Path directory) throws IOException, InterruptedException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        Optional<ProcessHandle> leftOver = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (leftOver.isPresent()) {
            log.warn("A database server left by a killed application (pid {}) is stopped", pid);
            leftOver.get().destroy();
            try {
                leftOver.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                leftOver.get().destroyForcibly();
                leftOver.get().onExit().join();
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
