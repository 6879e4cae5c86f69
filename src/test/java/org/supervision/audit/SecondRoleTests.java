package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.supervision.ApplicationTest;

/** A database of one role gets a second one as the README says: the first becomes the owner and nothing else changes. */
@ApplicationTest
class SecondRoleTests {

    private static final String ENTRY =
            """
            insert into audit_entry (government, at, actor, act, object_type, object_id, changes)
            values ('city', now(), 'officer', 'act', 'type', 'id', '{}')""";

    @Autowired
    private EmbeddedPostgres postgres;

    private JdbcClient superuser;

    @BeforeEach
    void aDatabaseOfOneRole() {
        superuser = JdbcClient.create(postgres.getPostgresDatabase());
        superuser.sql("create role only_role login").update();
        superuser.sql("create database one_role owner only_role").update();
        migrate("only_role");
    }

    @AfterEach
    void dropIt() {
        superuser.sql("drop database one_role with (force)").update();
        superuser.sql("drop role if exists second_role, only_role").update();
    }

    @Test
    void oneRoleWorksAndCouldChangeTheTrail() {
        JdbcClient only = as("only_role");
        only.sql(ENTRY).update();

        assertThat(new DatabaseRole(only).isOwner()).isTrue();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> only.sql("delete from audit_entry").update())
                .withMessageContaining("append-only");
    }

    @Test
    void theSecondRoleGetsWhatItNeedsAndNoMore() {
        superuser.sql("create role second_role login").update();
        migrate("second_role");

        JdbcClient second = as("second_role");
        new DatabaseRole(second).check();
        second.sql(ENTRY).update();
        second.sql("insert into government (code, name) values ('city', 'City')")
                .update();
        second.sql("update act_ge_property set rev_ = rev_ + 1").update();
        as("only_role")
                .sql("create table later (id bigint generated always as identity, name text)")
                .update();
        second.sql("insert into later (name) values ('x')").update();
        second.sql("delete from later").update();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> second.sql("update audit_entry set actor = ''").update())
                .havingRootCause()
                .withMessageContaining("permission denied");
        migrate("second_role");
    }

    /** As it was while the engine made its tables itself. */
    @Test
    void theEnginesTablesOfASecondRoleComeToTheOwner() {
        superuser.sql("create role second_role login").update();
        superuser.sql("drop database one_role").update();
        superuser.sql("create database one_role owner only_role").update();
        Flyway.configure()
                .configuration(flyway("second_role"))
                .target("0268")
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
        JdbcClient there = JdbcClient.create(postgres.getDatabase("postgres", "one_role"));
        there.sql("grant create on schema public to second_role").update();
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(Stream.of("engine", "history", "identity")
                        .map(part -> new ClassPathResource(
                                "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"))
                        .toArray(ClassPathResource[]::new)),
                postgres.getDatabase("second_role", "one_role"));

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> migrate("second_role"))
                .withMessageContaining("grant that role to the one that migrates");
        superuser.sql("grant second_role to only_role").update();
        migrate("second_role");

        new DatabaseRole(as("second_role")).check();
        as("second_role").sql("update act_ge_property set rev_ = rev_ + 1").update();
    }

    @Test
    void nothingStartsWithARoleThatMayDoMore() throws SQLException {
        superuser.sql("create role second_role login").update();
        migrate("second_role");
        for (String mistake : new String[] {
            "grant create on schema public to second_role | may create in schema public",
            "grant create on schema public to public | may create in schema public",
            "grant create on database one_role to second_role | may create schemas",
            "grant only_role to second_role | may act as the owner of the trail",
            "grant update on audit_entry to second_role | may change audit_entry",
            "grant insert on audit_head to second_role | may change audit_head",
            "alter role second_role superuser | is a superuser",
            "alter table act_id_membership owner to second_role | owns table act_id_membership",
            "create function f() returns int language sql as 'select 1'; alter function f() owner to second_role"
                    + " | owns function f"
        }) {
            String[] parts = mistake.split(" [|] ");
            try (Connection connection =
                    postgres.getDatabase("postgres", "one_role").getConnection()) {
                connection.setAutoCommit(false);
                JdbcClient there = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                there.sql(parts[0]).update();
                there.sql("set local role second_role").update();

                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> new DatabaseRole(there).check())
                        .withMessageContaining(parts[1]);
                connection.rollback();
            }
        }
        new DatabaseRole(as("second_role")).check();
    }

    private void migrate(String application) {
        Flyway.configure().configuration(flyway(application)).load().migrate();
    }

    private FluentConfiguration flyway(String application) {
        return Flyway.configure()
                .dataSource(postgres.getJdbcUrl("only_role", "one_role"), "only_role", "")
                .placeholders(Map.of("applicationRole", application, "keepMonths", ""));
    }

    private JdbcClient as(String role) {
        return JdbcClient.create(postgres.getDatabase(role, "one_role"));
    }
}
