package org.supervision.audit;

import static org.supervision.shared.YearRegister.Column.text;
import static org.supervision.shared.YearRegister.moment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.supervision.shared.YearRegister;
import org.supervision.shared.YearRegister.Column;

/** What the archive of a year keeps of the trail: the calendar year, as it was recorded. */
@Configuration(proxyBeanMethods = false)
class AuditRegister {

    @Bean
    YearRegister auditEntriesOfYear() {
        return new YearRegister(
                "audit.register.entries",
                "select id::text, " + moment("at")
                        + """
                        , coalesce(actor_name, actor), act, object_type, object_id, changes::text from audit_entry
                         where government = :government
                           and extract(year from at at time zone 'Asia/Shanghai') = :year order by audit_entry.id""",
                List.of(
                        text("audit.register.id"),
                        text("audit.list.at"),
                        new Column("audit.list.actor", "audit.actor."),
                        new Column("audit.list.act", "audit.act."),
                        new Column("audit.list.object", "audit.object."),
                        text("audit.list.object-id"),
                        new Column("audit.list.changes", "audit.", Column.Kind.CHANGES)));
    }
}
