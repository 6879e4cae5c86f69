package org.supervision.workflow.process;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How people are called here, by their ids at Keycloak. Whoever is renamed there keeps the name under which their work is
 * kept; who gets a name somebody else had before is nobody known.
 */
@Component
@Profile("keycloak")
class KeycloakPeople {

    private final JdbcClient jdbc;

    KeycloakPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> id(String username) {
        return jdbc.sql("select id from directory_person where username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    Optional<String> username(String id) {
        return jdbc.sql("select username from directory_person where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Usernames by id. */
    Map<String, String> usernames() {
        return jdbc
                .sql("select id, username from directory_person")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Once and for all: who has an id or a username keeps it. */
    void bind(String id, String username) {
        jdbc.sql("insert into directory_person (id, username) values (?, ?) on conflict do nothing")
                .params(id, username)
                .update();
    }

    /** Until the end of the transaction nobody else changes what is kept of the person. */
    void lock(String username) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('account:' || ?, 0))")
                .param(username)
                .query((row, index) -> true)
                .single();
    }
}
