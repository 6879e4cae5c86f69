package org.supervision.audit;

import jakarta.annotation.PostConstruct;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks, whenever the application starts, at what its database role may do. One role for everything is told loudly; a
 * role of its own that may do more than read, write and add to the trail is a mistake, and nothing starts with it.
 */
@Component
class DatabaseRole {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRole.class);

    /** Whoever creates where the owner looks for names could let the owner run what is theirs. */
    private static final String TOO_MUCH =
            """
            with trail as (select relowner, relnamespace from pg_catalog.pg_class
                            where oid = 'audit_entry'::regclass),
                 places as (select relnamespace as place from trail
                            union select quote_ident(name)::regnamespace from unnest(current_schemas(false)) as name)
            select 'is a superuser' from pg_catalog.pg_roles where rolname = current_user and rolsuper
            union all
            select 'may act as the owner of the trail' from trail where pg_has_role(relowner, 'MEMBER')
            union all
            select 'may create schemas' where has_database_privilege(current_database(), 'CREATE')
            union all
            select 'may create in schema ' || place::regnamespace from places where has_schema_privilege(place, 'CREATE')
            union all
            select 'may change ' || relname from pg_catalog.pg_class join trail using (relnamespace)
             where (relname like 'audit\\_%' or relname = 'account_kind') and relkind = 'r'
               and (has_table_privilege(pg_class.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                    or relname not in ('audit_entry', 'audit_seal') and has_table_privilege(pg_class.oid, 'INSERT'))
            union all
            select 'owns table ' || relname from pg_catalog.pg_class join places on relnamespace = place
             where relkind not in ('i', 'I', 't') and relowner = current_user::regrole
            union all
            select 'owns function ' || proname from pg_catalog.pg_proc join places on pronamespace = place
             where proowner = current_user::regrole
            union all
            select 'owns operator ' || oprname from pg_catalog.pg_operator join places on oprnamespace = place
             where oprowner = current_user::regrole
            limit 20""";

    private final JdbcClient jdbc;

    DatabaseRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostConstruct
    void check() {
        List<String> tooMuch = tooMuch();
        if (isOwner()) {
            log.warn(
                    "THE AUDIT TRAIL IS NOT PROTECTED: the application connects with the database role that owns the trail."
                            + " Create a second role, connect with it (SPRING_DATASOURCE_USERNAME) and migrate with the"
                            + " owner (SPRING_FLYWAY_USER); see the README.");
        } else if (!tooMuch.isEmpty()) {
            throw new IllegalStateException("The database role of the application may do more than it needs and could"
                    + " change the audit trail; it " + String.join(", ", tooMuch)
                    + ". Take that away and start again; see the README.");
        }
    }

    boolean isOwner() {
        return jdbc.sql("select relowner = current_user::regrole from pg_class where oid = 'audit_entry'::regclass")
                .query(Boolean.class)
                .single();
    }

    /** What the role may do that would let it past the trail, in words; nothing if it is as it should be. */
    List<String> tooMuch() {
        return jdbc.sql(TOO_MUCH).query(String.class).list();
    }
}
