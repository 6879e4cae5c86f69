package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Quarter;

/** Marks of what is not for publication, each with its legal ground; set and lifted by the office, kept for ever. */
@Service
@Transactional
public class Withholdings {

    private static final int LONGEST = 500;

    private static final String SELECT =
            """
            select w.*, k.number, k.goal, r.year, r.quarter
            from withholding w
            join key_task k on k.id = w.key_task_id
            left join reporting_round r on r.id = w.round_id
            where w.lifted_at is null
            """;

    private final JdbcClient jdbc;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Withholdings(
            JdbcClient jdbc,
            KeyTasks keyTasks,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** What is left out of the publication of a round, by the number of the key task. */
    @Transactional(readOnly = true)
    public List<Withholding> of(String roundId) {
        return jdbc.sql(
                        SELECT
                                + """
                         and (w.round_id = :round or w.round_id is null)
                          and k.id in (select key_task_id from reporting_cycle where round_id = :round)
                        order by k.number, w.id""")
                .param("round", roundId)
                .query((row, n) -> withholding(row))
                .list();
    }

    /** What is left out of a key task of the acting person's government: the whole of it first, then by quarter. */
    @Transactional(readOnly = true)
    public List<Withholding> ofKeyTask(String keyTaskId) {
        own(keyTaskId, currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF));
        return jdbc.sql(SELECT + " and w.key_task_id = ? order by r.year nulls first, r.quarter, w.id")
                .param(keyTaskId)
                .query((row, n) -> withholding(row))
                .list();
    }

    private static Withholding withholding(ResultSet row) throws SQLException {
        String roundId = row.getString("round_id");
        return new Withholding(
                row.getLong("id"),
                row.getString("key_task_id"),
                row.getInt("number"),
                row.getString("goal"),
                roundId,
                roundId == null ? null : new Quarter(row.getInt("year"), row.getInt("quarter")),
                WithholdingGround.valueOf(row.getString("ground")),
                row.getString("reason"),
                row.getString("withheld_by_name"),
                row.getTimestamp("withheld_at").toInstant());
    }

    /** A key task of a round, for a person to choose. */
    public record Choice(String id, int number, String goal) {}

    /** The key tasks of a round by number. */
    @Transactional(readOnly = true)
    public List<Choice> choices(String roundId) {
        return jdbc.sql(
                        """
                        select k.id, k.number, k.goal from reporting_cycle c join key_task k on k.id = c.key_task_id
                        where c.round_id = ? order by k.number""")
                .param(roundId)
                .query(Choice.class)
                .list();
    }

    /**
     * Leaves a key task out of every publication, or the report of one round.
     *
     * @param roundId of the report; {@code null} for the whole key task
     * @throws DomainException if it is left out already
     */
    public void withhold(
            String keyTaskId, @Nullable String roundId, @Nullable WithholdingGround ground, @Nullable String reason) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask keyTask = own(keyTaskId, user);
        if (ground == null) {
            throw DomainException.invalidField("ground", "reporting.withholding.ground");
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw DomainException.invalidField("reason", "reporting.withholding.reason", LONGEST);
        }
        if (roundId != null) {
            requireCycle(keyTaskId, roundId);
        }
        try {
            jdbc.sql(
                            """
                            insert into withholding (government, key_task_id, round_id, ground, reason, withheld_by,
                                withheld_by_name, withheld_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            keyTask.government(),
                            keyTaskId,
                            roundId,
                            ground.name(),
                            why,
                            user.username(),
                            user.name(),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DomainException(Kind.CONFLICT, "reporting.withholding.already", keyTask.number());
        }
        events.publishEvent(new WithholdingEvent.Withheld(keyTask.government(), keyTaskId, roundId, ground, why));
    }

    /** Lets it be published again; lifting twice changes nothing. */
    public void lift(String keyTaskId, long id) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask keyTask = own(keyTaskId, user);
        jdbc.sql(
                        """
                        update withholding set lifted_by = ?, lifted_by_name = ?, lifted_at = ?
                        where id = ? and key_task_id = ? and lifted_at is null returning round_id, ground, reason""")
                .params(user.username(), user.name(), Timestamp.from(clock.instant()), id, keyTaskId)
                .query((row, n) -> new WithholdingEvent.WithholdingLifted(
                        keyTask.government(),
                        keyTaskId,
                        row.getString("round_id"),
                        WithholdingGround.valueOf(row.getString("ground")),
                        row.getString("reason")))
                .list()
                .forEach(events::publishEvent);
    }

    private KeyTask own(String keyTaskId, CurrentUser user) {
        KeyTask keyTask = keyTasks.get(keyTaskId);
        if (!keyTask.government().equals(user.government())) {
            throw DomainException.notFound(keyTaskId);
        }
        return keyTask;
    }

    private void requireCycle(String keyTaskId, String roundId) {
        boolean known = jdbc.sql("select exists (select from reporting_cycle where round_id = ? and key_task_id = ?)")
                .params(roundId, keyTaskId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw DomainException.notFound(roundId);
        }
    }
}
