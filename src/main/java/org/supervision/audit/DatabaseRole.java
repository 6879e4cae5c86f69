package org.supervision.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says so whenever the application starts with a database role that could change the trail. */
@Component
class DatabaseRole {

    private static final Logger log = LoggerFactory.getLogger(DatabaseRole.class);

    private final JdbcClient jdbc;

    DatabaseRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        if (canChangeTheTrail()) {
            log.warn(
                    "THE AUDIT TRAIL IS NOT PROTECTED: the application connects with a database role that owns the trail"
                            + " or may change it. Create a second role, connect with it (SPRING_DATASOURCE_USERNAME) and"
                            + " migrate with the owner (SPRING_FLYWAY_USER); see the README.");
        }
    }

    boolean canChangeTheTrail() {
        return jdbc.sql(
                        """
                        select bool_or(pg_has_role(relowner, 'MEMBER')
                                       or has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
                          from pg_class
                         where oid in ('audit_entry'::regclass, 'audit_seal'::regclass, 'audit_head'::regclass)""")
                .query(Boolean.class)
                .single();
    }
}
