package org.supervision.keytask;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.keytask.AnnualPlan.Issuance;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** The plans of the years: a draft that imports may change until the chief issues it (domain: plan). */
@Service
@Transactional
public class AnnualPlans {

    private final JdbcClient jdbc;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AnnualPlans(
            JdbcClient jdbc,
            GovernmentRules rules,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes the year's key tasks of the chief's government binding; from today units may object to leading them. Issuing
     * twice changes nothing.
     */
    public AnnualPlan issue(int year) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        String government = chief.requiredGovernment();
        hold(government);
        AnnualPlan draft = get(government, year);
        if (draft.isIssued()) {
            return draft;
        }
        if (draft.keyTasks() == 0) {
            throw new DomainException(Kind.CONFLICT, "keytask.plan.empty", String.valueOf(year));
        }
        jdbc.sql(
                        "insert into annual_plan (government, year, issued_at, issued_by, issued_by_name) values (?, ?, ?, ?, ?)")
                .params(government, year, Timestamp.from(clock.instant()), chief.username(), chief.name())
                .update();
        jdbc.sql("update key_task set assigned_on = ? where government = ? and year = ?")
                .params(LocalDate.now(clock), government, year)
                .update();
        events.publishEvent(new PlanIssued(government, year));
        return get(government, year);
    }

    @Transactional(readOnly = true)
    public AnnualPlan get(String government, int year) {
        int keyTasks = jdbc.sql("select count(*) from key_task where government = ? and year = ?")
                .params(government, year)
                .query(Integer.class)
                .single();
        Issuance issued = issuance(government, year).orElse(null);
        Instant from = issued == null ? clock.instant() : issued.issuedAt();
        LocalDate day = LocalDate.ofInstant(from, WorkingDays.ZONE);
        int days = rules.value(government, GovernmentRule.OBJECTION, day);
        return new AnnualPlan(
                government, year, keyTasks, issued, days, workingDays.dueInstant(workingDays.plus(day, days)));
    }

    /** Whether its key tasks change by request only. */
    @Transactional(readOnly = true)
    public boolean isIssued(String government, int year) {
        return issuance(government, year).isPresent();
    }

    /** Lets nobody issue a plan of the government until the transaction ends. */
    public void hold(String government) {
        jdbc.sql("select code from government where code = ? for no key update")
                .param(government)
                .query(String.class)
                .optional();
    }

    private Optional<Issuance> issuance(String government, int year) {
        return jdbc.sql(
                        "select issued_at, issued_by, issued_by_name from annual_plan where government = ? and year = ?")
                .params(government, year)
                .query((row, n) -> new Issuance(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .optional();
    }
}
