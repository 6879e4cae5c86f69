package org.supervision.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;

/** What each government has fixed by its rules: each value effective from a day, old ones kept. */
@Service
@Transactional
public class GovernmentRules {

    /** A change that is further ahead than this is a slip of the hand. */
    private static final int FURTHEST_YEARS = 3;

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GovernmentRules(JdbcClient jdbc, CurrentUsers currentUsers, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** A rule as it holds on a day. */
    public record RuleInForce(GovernmentRule rule, int value) {}

    /** What a rule says from a day on, and who said so. */
    public record RuleVersion(
            GovernmentRule rule, int value, LocalDate effectiveFrom, String changedBy, Instant changedAt) {}

    /** What the rule says on a day. */
    @Transactional(readOnly = true)
    public int value(String government, GovernmentRule rule, LocalDate on) {
        return jdbc.sql(
                        """
                        select value from government_rule where government = ? and rule = ? and effective_from <= ?
                        order by effective_from desc, changed_at desc limit 1""")
                .params(government, rule.name(), on)
                .query(Integer.class)
                .optional()
                .orElse(rule.shipped());
    }

    /** What the rule says today. */
    @Transactional(readOnly = true)
    public int today(String government, GovernmentRule rule) {
        return value(government, rule, LocalDate.now(clock));
    }

    /** All rules as they hold on a day. */
    @Transactional(readOnly = true)
    public List<RuleInForce> on(String government, LocalDate day) {
        return Arrays.stream(GovernmentRule.values())
                .map(rule -> new RuleInForce(rule, value(government, rule, day)))
                .toList();
    }

    /** What the government set, the latest first. */
    @Transactional(readOnly = true)
    public List<RuleVersion> changes(String government) {
        return jdbc.sql(
                        "select * from government_rule where government = ? order by effective_from desc, rule, changed_at desc")
                .param(government)
                .query((row, n) -> new RuleVersion(
                        GovernmentRule.valueOf(row.getString("rule")),
                        row.getInt("value"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /**
     * @param effectiveFrom tomorrow at the earliest: what began today, or before, was told its dates already
     * @throws DomainException if it is out of range, too far ahead, or leaves the partners no time
     */
    public void change(GovernmentRule rule, int value, LocalDate effectiveFrom) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        if (value < rule.least() || value > rule.most()) {
            throw DomainException.invalidField("value", "identity.rule.out-of-range", rule.least(), rule.most());
        }
        LocalDate today = LocalDate.now(clock);
        if (!effectiveFrom.isAfter(today) || effectiveFrom.isAfter(today.plusYears(FURTHEST_YEARS))) {
            throw DomainException.invalidField(
                    "effectiveFrom",
                    "identity.rule.effective-from",
                    today.plusDays(1),
                    today.plusYears(FURTHEST_YEARS));
        }
        String government = chief.requiredGovernment();
        requireTimeForParts(government, rule, value, effectiveFrom);
        int before = value(government, rule, effectiveFrom);
        jdbc.sql(
                        """
                        insert into government_rule (government, rule, effective_from, value, changed_by,
                            changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (government, rule, effective_from, changed_at) do update
                        set value = excluded.value, changed_by = excluded.changed_by,
                            changed_by_name = excluded.changed_by_name""")
                .params(
                        government,
                        rule.name(),
                        effectiveFrom,
                        value,
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new GovernmentRuleChanged(government, rule, before, value, effectiveFrom));
    }

    /** Parts are due before the report, and after the quarter. */
    private void requireTimeForParts(String government, GovernmentRule rule, int value, LocalDate on) {
        int report = rule == GovernmentRule.REPORT_DUE ? value : value(government, GovernmentRule.REPORT_DUE, on);
        int parts = rule == GovernmentRule.PARTS_BEFORE ? value : value(government, GovernmentRule.PARTS_BEFORE, on);
        boolean concerned = rule == GovernmentRule.REPORT_DUE || rule == GovernmentRule.PARTS_BEFORE;
        if (concerned && parts >= report) {
            throw DomainException.invalidField("value", "identity.rule.no-time-for-parts", report, parts);
        }
    }
}
