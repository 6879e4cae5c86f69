package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;

/** A database of one role gets a second one as the README says: the first becomes the owner, the engine's tables move. */
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
        as("only_role").sql("create table act_re_procdef (id_ text)").update();
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

        assertThat(new DatabaseRole(only).canChangeTheTrail()).isTrue();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> only.sql("delete from audit_entry").update())
                .withMessageContaining("append-only");
    }

    @Test
    void theSecondRoleGetsWhatItNeedsAndNoMore() {
        superuser.sql("create role second_role login").update();
        superuser.sql("grant second_role to only_role").update();
        migrate("second_role");

        JdbcClient second = as("second_role");
        assertThat(new DatabaseRole(second).canChangeTheTrail()).isFalse();
        second.sql(ENTRY).update();
        second.sql("insert into government (code, name) values ('city', 'City')")
                .update();
        second.sql("create index engines_own on act_re_procdef (id_)").update();
        second.sql("create table act_more (id_ text)").update();
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

    private void migrate(String application) {
        Flyway.configure()
                .dataSource(postgres.getJdbcUrl("only_role", "one_role"), "only_role", "")
                .placeholders(Map.of("applicationRole", application))
                .load()
                .migrate();
    }

    private JdbcClient as(String role) {
        return JdbcClient.create(postgres.getDatabase(role, "one_role"));
    }
}
