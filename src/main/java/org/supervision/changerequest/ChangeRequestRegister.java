package org.supervision.changerequest;

import static org.supervision.shared.YearRegister.Column.text;
import static org.supervision.shared.YearRegister.moment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.supervision.shared.YearRegister;
import org.supervision.shared.YearRegister.Column;

/** What the archive of a year keeps of its changes: who asked for what, who decided, and how. */
@Configuration(proxyBeanMethods = false)
class ChangeRequestRegister {

    @Bean
    YearRegister changeRequestsOfYear() {
        return new YearRegister(
                "changerequest.register.requests",
                "select k.number::text, k.goal, u.name, r.kind, r.field, r.old_value, r.new_value, r.reason,"
                        + " r.asked_by_name, " + moment("r.asked_at") + ", r.state, " + moment("r.ended_at")
                        + """
                        , (select string_agg(concat_ws(' ', d.decided_by_name, d.decision, d.comment), '; ' order by d.decided_at)
                             from change_request_decision d where d.request_id = r.id)
                          from change_request r join key_task k on k.id = r.key_task_id join org_unit u on u.code = r.unit
                         where k.government = :government and k.year = :year order by r.asked_at, r.id""",
                List.of(
                        text("changerequest.register.number"),
                        text("changerequest.register.goal"),
                        text("changerequest.register.unit"),
                        new Column("changerequest.register.kind", "changerequest.kind."),
                        text("changerequest.register.field"),
                        text("changerequest.register.before"),
                        text("changerequest.register.after"),
                        text("changerequest.register.reason"),
                        text("changerequest.register.asked-by"),
                        text("changerequest.register.asked-at"),
                        new Column("changerequest.register.state", "changerequest.register.state."),
                        text("changerequest.register.ended-at"),
                        text("changerequest.register.decisions")));
    }
}
