package org.supervision.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;

/** How strictly each government takes what the checks find, from which day on; old settings are kept. */
@Service
@Transactional
public class CheckSeverities {

    /** A change that is further ahead than this is a slip of the hand. */
    private static final int FURTHEST_YEARS = 3;

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CheckSeverities(JdbcClient jdbc, CurrentUsers currentUsers, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A check as it holds today.
     *
     * @param coming what it will be, null if nothing is set
     */
    public record Setting(
            CheckRule rule, CheckSeverity severity, @Nullable CheckSeverity coming, @Nullable LocalDate comingFrom) {}

    /** What each check is on a day. */
    @Transactional(readOnly = true)
    public Map<CheckRule, CheckSeverity> on(String government, LocalDate day) {
        Map<CheckRule, CheckSeverity> severities = new EnumMap<>(CheckRule.class);
        for (CheckRule rule : CheckRule.values()) {
            severities.put(rule, rule.shipped());
        }
        jdbc.sql(
                        """
                        select distinct on (rule) rule, severity from check_severity
                        where government = ? and effective_from <= ? order by rule, effective_from desc""")
                .params(government, day)
                .query(row -> {
                    severities.put(CheckRule.valueOf(row.getString(1)), CheckSeverity.valueOf(row.getString(2)));
                });
        return severities;
    }

    Map<CheckRule, CheckSeverity> today(String government) {
        return on(government, LocalDate.now(clock));
    }

    /** All checks in their order. */
    @Transactional(readOnly = true)
    public List<Setting> settings(String government) {
        LocalDate today = LocalDate.now(clock);
        Map<CheckRule, CheckSeverity> now = on(government, today);
        Map<CheckRule, Setting> settings = new EnumMap<>(CheckRule.class);
        now.forEach((rule, severity) -> settings.put(rule, new Setting(rule, severity, null, null)));
        jdbc.sql(
                        """
                        select distinct on (rule) rule, severity, effective_from from check_severity
                        where government = ? and effective_from > ? order by rule, effective_from""")
                .params(government, today)
                .query(row -> {
                    CheckRule rule = CheckRule.valueOf(row.getString(1));
                    settings.put(
                            rule,
                            new Setting(
                                    rule,
                                    now.get(rule),
                                    CheckSeverity.valueOf(row.getString(2)),
                                    row.getObject(3, LocalDate.class)));
                });
        return List.copyOf(settings.values());
    }

    /**
     * @param effectiveFrom tomorrow at the earliest: who drafts today was told today's rules
     * @throws DomainException if the day is past or too far ahead
     */
    public void change(CheckRule rule, CheckSeverity severity, LocalDate effectiveFrom) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        String government = chief.requiredGovernment();
        LocalDate today = LocalDate.now(clock);
        if (!effectiveFrom.isAfter(today) || effectiveFrom.isAfter(today.plusYears(FURTHEST_YEARS))) {
            throw DomainException.invalidField(
                    "effectiveFrom",
                    "identity.rule.effective-from",
                    today.plusDays(1),
                    today.plusYears(FURTHEST_YEARS));
        }
        CheckSeverity before = on(government, effectiveFrom).get(rule);
        jdbc.sql(
                        """
                        insert into check_severity
                            (government, rule, effective_from, severity, changed_by, changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (government, rule, effective_from) do update
                        set severity = excluded.severity, changed_by = excluded.changed_by,
                            changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at""")
                .params(
                        government,
                        rule.name(),
                        effectiveFrom,
                        severity.name(),
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new CheckSeverityChanged(government, rule, before, severity, effectiveFrom));
    }
}
