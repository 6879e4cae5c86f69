package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;

/** The application's own database role adds to the trail and reads it; there is nothing else it could do to it. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseRoleTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private DatabaseRole role;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody' where false",
                "delete from audit_entry where false",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "alter table audit_entry disable trigger audit_entry_append_only",
                "drop trigger audit_entry_append_only on audit_entry",
                "create trigger mine before insert on audit_entry execute function queue_audit_entries()",
                "create temp table mine (chain text, entry_id bigint); create trigger mine after insert on mine"
                        + " referencing new table as added for each statement execute function queue_audit_entries()",
                "create temp table mine (like audit_seal); create trigger mine after insert on mine"
                        + " referencing new table as added for each statement execute function advance_audit_head()",
                "create rule mine as on insert to audit_entry do instead nothing",
                "alter table audit_entry owner to current_user",
                "alter table audit_entry add column more text",
                "alter table audit_entry alter column actor set default 'nobody'",
                "drop table audit_entry cascade",
                "grant update on audit_entry to current_user; update audit_entry set actor = '' where false",
                "select * from audit_entry for update",
                "update audit_seal set hash = '' where false",
                "delete from audit_seal where false",
                "truncate audit_seal",
                "alter table audit_seal disable trigger all",
                "drop table audit_seal",
                "insert into audit_head values ('none', 1, 'SHA-256', '', now())",
                "update audit_head set position = 0 where false",
                "delete from audit_head where false",
                "truncate audit_head",
                "drop table audit_head",
                "insert into audit_unsealed values ('none', 1)",
                "update audit_unsealed set chain = 'none' where false",
                "delete from audit_unsealed where false",
                "truncate audit_unsealed",
                "drop table audit_unsealed",
                "create or replace function queue_audit_entries() returns trigger language sql as 'select 1'",
                "drop function refuse_change_of_audit_entry() cascade",
                "drop schema public cascade",
                "set session_replication_role = replica",
                "set role postgres",
                "delete from flyway_schema_history where false",
                "create table mine (id int)",
                "create view mine as select 1",
                "create function coalesce_of(text, text) returns text language sql as 'select null'",
                "create operator = (leftarg = text, rightarg = name, function = texteq)",
                "create type mine as (id int)",
                "create schema mine",
                "create schema supervision_application authorization current_user",
                "alter table act_id_membership disable trigger all",
                "alter table act_ru_task add column more text",
                "create index mine on act_ru_task (name_)",
                "drop table act_id_membership cascade"
            })
    void doesNothingElseToTheTrail(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    jdbc.sql(statement).update();
                }))
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner|must be able to SET ROLE).*");
    }

    /** Also of tables that migrations to come may add. */
    @Test
    void noTableOfTheTrailCanBeChanged() {
        assertThat(jdbc.sql(
                                """
                                select relname from pg_class
                                 where relname like 'audit%' and relkind = 'r'
                                   and (pg_has_role(relowner, 'MEMBER')
                                        or has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))""")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(role.isOwner()).isFalse();
        assertThat(role.tooMuch()).isEmpty();
    }

    /** A function that runs as its owner looks for names where only the owner can put them. */
    @Test
    void whatRunsAsTheOwnerFindsOnlyTheOwnersNames() {
        assertThat(jdbc.sql(
                                """
                                select proname from pg_proc
                                 where pronamespace = 'public'::regnamespace
                                   and (prosecdef or prorettype = 'trigger'::regtype)
                                   and coalesce(array_to_string(proconfig, ' '), '') !~ '^search_path=pg_catalog, '""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void oneRoleForAllIsToldWhenTheApplicationStarts(CapturedOutput output) {
        new DatabaseRole(jdbc).check();
        assertThat(output).doesNotContain("NOT PROTECTED");

        new DatabaseRole(JdbcClient.create(postgres.getPostgresDatabase())).check();
        assertThat(output).contains("THE AUDIT TRAIL IS NOT PROTECTED");
    }
}
