package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.DomainException;

/** What each event costs: data of a government, each version effective from a day, old ones kept. */
@Service
@Transactional
public class ScoreRules {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ScoreRules(JdbcClient jdbc, CurrentUsers currentUsers, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** What an event costs on a day. */
    public record ScoreRule(ScoreEvent event, int points) {}

    /** What an event costs from a day on, and who said so. */
    public record ScoreRuleVersion(
            ScoreEvent event, int points, LocalDate effectiveFrom, String changedBy, Instant changedAt) {}

    /** The chief changed what an event costs. */
    public record ScoreRuleChanged(String government, ScoreEvent event, int before, int after, LocalDate effectiveFrom)
            implements AuditableEvent {

        @Override
        public String objectType() {
            return "score-rule";
        }

        @Override
        public String objectId() {
            return event.name();
        }

        @Override
        public String act() {
            return "change-score-rule";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "points", new Change(String.valueOf(before), String.valueOf(after)),
                    "effectiveFrom", new Change(null, effectiveFrom.toString()));
        }
    }

    @Transactional(readOnly = true)
    public int points(String government, ScoreEvent event, LocalDate on) {
        return jdbc.sql(
                        """
                        select points from score_rule where government = ? and event = ? and effective_from <= ?
                        order by effective_from desc limit 1""")
                .params(government, event.name(), on)
                .query(Integer.class)
                .optional()
                .orElse(event.shipped());
    }

    /** The rules that hold on a day. */
    @Transactional(readOnly = true)
    public List<ScoreRule> on(String government, LocalDate day) {
        return Arrays.stream(ScoreEvent.values())
                .filter(ScoreEvent::hasRule)
                .map(event -> new ScoreRule(event, points(government, event, day)))
                .toList();
    }

    /** What the government set, the latest first. */
    @Transactional(readOnly = true)
    public List<ScoreRuleVersion> changes(String government) {
        return jdbc.sql("select * from score_rule where government = ? order by effective_from desc, event")
                .param(government)
                .query((row, n) -> new ScoreRuleVersion(
                        ScoreEvent.valueOf(row.getString("event")),
                        row.getInt("points"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** @param effectiveFrom today or later: what has counted stays as it was */
    public void change(ScoreEvent event, int points, LocalDate effectiveFrom) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        if (!event.hasRule() || points > 0 || points < -MOST) {
            throw DomainException.invalidField("points", "escalation.score.rule-points", MOST);
        }
        if (effectiveFrom.isBefore(LocalDate.now(clock))) {
            throw DomainException.invalidField("effectiveFrom", "escalation.rule.effective-from");
        }
        String government = chief.requiredGovernment();
        int before = points(government, event, effectiveFrom);
        jdbc.sql(
                        """
                        insert into score_rule (government, event, effective_from, points, changed_by, changed_by_name,
                            changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (government, event, effective_from) do update
                        set points = excluded.points, changed_by = excluded.changed_by,
                            changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at""")
                .params(
                        government,
                        event.name(),
                        effectiveFrom,
                        points,
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new ScoreRuleChanged(government, event, before, points, effectiveFrom));
    }
}
