package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.DomainException;

/**
 * The ladders of a government, each in force from a day on; before the first the shipped one is. What is late keeps the
 * ladder of the date it missed.
 */
@Service
@Transactional
public class LadderVersions {

    private final JdbcClient jdbc;
    private final LadderTables tables;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LadderVersions(
            JdbcClient jdbc,
            LadderTables tables,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Who made a ladder and from when it is in force. */
    public record LadderVersion(LocalDate effectiveFrom, String definitionId, String changedBy, Instant changedAt) {}

    /** The chief gave the government a ladder. */
    public record LadderChanged(String government, LocalDate effectiveFrom, int rows) implements AuditableEvent {

        @Override
        public String objectType() {
            return "ladder";
        }

        @Override
        public String objectId() {
            return government + "-" + effectiveFrom;
        }

        @Override
        public String act() {
            return "change-ladder";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "effectiveFrom", new Change(null, effectiveFrom.toString()),
                    "rows", new Change(null, String.valueOf(rows)));
        }
    }

    /** All of the government's own, the latest first. */
    @Transactional(readOnly = true)
    public List<LadderVersion> of(String government) {
        return jdbc.sql("select * from ladder_version where government = ? order by effective_from desc")
                .param(government)
                .query((row, n) -> new LadderVersion(
                        row.getObject("effective_from", LocalDate.class),
                        row.getString("definition_id"),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** The one in force on a day; {@code null} for the shipped one. */
    @Transactional(readOnly = true)
    public @Nullable LadderVersion on(String government, LocalDate day) {
        return of(government).stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /** @param version {@code null} for the shipped one */
    @Transactional(readOnly = true)
    public List<LadderRow> rows(@Nullable LadderVersion version) {
        return tables.rows(version == null ? null : version.definitionId());
    }

    /**
     * Puts a ladder of the chief's government in force for what is due from a day on.
     *
     * @param effectiveFrom today or later; a ladder from that very day is replaced
     * @throws DomainException with the mistakes of all rows; the ladder before stays in force
     */
    public void change(@Nullable LocalDate effectiveFrom, List<LadderEntry> entries) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        List<LadderRow> rows = LadderPolicy.checked(entries);
        if (effectiveFrom == null || effectiveFrom.isBefore(LocalDate.now(clock))) {
            throw DomainException.invalidField("effectiveFrom", "escalation.rule.effective-from");
        }
        String government = chief.requiredGovernment();
        jdbc.sql(
                        """
                        insert into ladder_version (government, effective_from, definition_id, changed_by,
                            changed_by_name, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (government, effective_from) do update
                        set definition_id = excluded.definition_id, changed_by = excluded.changed_by,
                            changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at""")
                .params(
                        government,
                        effectiveFrom,
                        tables.deploy(government, rows),
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new LadderChanged(government, effectiveFrom, rows.size()));
    }
}
