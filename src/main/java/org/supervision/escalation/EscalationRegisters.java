package org.supervision.escalation;

import static org.supervision.shared.YearRegister.Column.text;
import static org.supervision.shared.YearRegister.moment;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.supervision.shared.YearRegister;
import org.supervision.shared.YearRegister.Column;

/** What the archive of a year keeps of the ladder: every slip about one of its key tasks, and every appeal. */
@Configuration(proxyBeanMethods = false)
class EscalationRegisters {

    private static final String FROM =
            """
             from slip s join key_task k on k.id = s.key_task_id join org_unit u on u.code = s.unit
            """;

    private static final String OF_YEAR = " where k.government = :government and k.year = :year ";

    private static final List<Column> SLIP = List.of(
            new Column("escalation.register.kind", "portal.slip."),
            text("escalation.register.issue"),
            text("escalation.register.number"),
            text("escalation.register.goal"),
            text("escalation.register.unit"));

    private static final String SLIP_COLUMNS =
            "s.kind, case when s.number is not null then s.year || '-' || s.number end, k.number::text, k.goal, u.name";

    @Bean
    YearRegister slipRegister() {
        return new YearRegister(
                "escalation.register.slips",
                "select " + SLIP_COLUMNS + ", s.requirement, s.signed_by_name, " + moment("s.issued_at") + ", "
                        + moment("s.limit_at") + ", " + moment("s.ended_at") + ", s.ended_because" + FROM + OF_YEAR
                        + "order by s.kind, s.year, s.number, s.id",
                with(
                        text("escalation.register.requirement"),
                        text("escalation.register.signed-by"),
                        text("escalation.register.issued-at"),
                        text("escalation.register.limit-at"),
                        text("escalation.register.ended-at"),
                        new Column("escalation.register.ended-because", "audit.value.endedBecause.")));
    }

    @Bean
    YearRegister appealRegister() {
        return new YearRegister(
                "escalation.register.appeals",
                "select " + SLIP_COLUMNS + ", a.reason, a.filed_by_name, " + moment("a.filed_at")
                        + ", a.upheld::text, a.comment, a.decided_by_name, " + moment("a.decided_at")
                        + FROM + " join appeal a on a.slip_id = s.id" + OF_YEAR + "order by a.filed_at, a.id",
                with(
                        text("escalation.register.reason"),
                        text("escalation.register.filed-by"),
                        text("escalation.register.filed-at"),
                        new Column("escalation.register.upheld", "audit.value.any."),
                        text("escalation.register.comment"),
                        text("escalation.register.decided-by"),
                        text("escalation.register.decided-at")));
    }

    private static List<Column> with(Column... more) {
        return Stream.concat(SLIP.stream(), Stream.of(more)).toList();
    }
}
