package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Appeals of units against red slips; decided by the office chief in the process {@code appeal}. */
@Service
@Transactional
public class Appeals {

    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final SlipStore slips;
    private final SlipEnding ending;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Appeals(
            JdbcClient jdbc,
            SlipStore slips,
            SlipEnding ending,
            GovernmentRules rules,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.slips = slips;
        this.ending = ending;
        this.rules = rules;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An appeal with its decision.
     *
     * @param upheld whether the slip stands; {@code null} while undecided
     */
    public record AppealView(
            String id,
            String slipId,
            String reason,
            String filedBy,
            Instant filedAt,
            @Nullable Boolean upheld,
            @Nullable String comment,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /**
     * The unit leader appeals against a slip of the own unit; the score of it is suspended from now on.
     *
     * @return the id of the appeal
     * @throws DomainException if the slip is not red, the time is over or an appeal was filed before
     */
    public String file(String slipId, String reason) {
        CurrentUser leader = currentUsers.requiredIn(Role.UNIT_LEADER);
        SlipRecord slip = slips.lock(slipId);
        if (!slip.government().equals(leader.government())
                || !leader.isOfUnit(slip.unit())
                || slip.issuedAt() == null) {
            throw DomainException.notFound(slipId);
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw DomainException.invalidField("reason", "escalation.appeal.reason", LONGEST);
        }
        if (!slip.kind().isRed()) {
            throw new DomainException(Kind.CONFLICT, "escalation.appeal.not-red");
        }
        if (clock.instant().isAfter(openUntil(slip.government(), slip.issuedAt()))) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "escalation.appeal.too-late",
                    days(slip.government(), GovernmentRule.APPEAL, slip.issuedAt()));
        }
        String id = slipId + "-appeal";
        if (of(slipId).isPresent()) {
            throw new DomainException(Kind.CONFLICT, "escalation.appeal.filed-before");
        }
        jdbc.sql(
                        """
                        insert into appeal (id, slip_id, government, unit, reason, filed_by, filed_by_name, filed_at,
                            due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        slipId,
                        slip.government(),
                        slip.unit(),
                        reason.strip(),
                        leader.username(),
                        leader.name(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(decisionDueAt(slip.government(), clock.instant())))
                .update();
        events.publishEvent(new AppealEvent.AppealFiled(slip.government(), id, slipId, slip.unit(), reason.strip()));
        return id;
    }

    /** Until when the person may appeal against the slip; empty if not or no more. */
    @Transactional(readOnly = true)
    public Optional<Instant> openTo(CurrentUser user, SlipView slip) {
        if (!user.is(Role.UNIT_LEADER)
                || !user.isOfUnit(slip.unit())
                || !slip.kind().isRed()
                || slip.issuedAt() == null
                || of(slip.id()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(openUntil(user.requiredGovernment(), slip.issuedAt()))
                .filter(end -> !clock.instant().isAfter(end));
    }

    @Transactional(readOnly = true)
    public Optional<AppealView> of(String slipId) {
        return jdbc.sql("select * from appeal where slip_id = ?")
                .param(slipId)
                .query((row, n) -> new AppealView(
                        row.getString("id"),
                        row.getString("slip_id"),
                        row.getString("reason"),
                        row.getString("filed_by_name"),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getObject("upheld", Boolean.class),
                        row.getString("comment"),
                        row.getString("decided_by_name"),
                        SlipStore.instant(row.getTimestamp("decided_at"))))
                .optional();
    }

    @Transactional(readOnly = true)
    public String government(String appealId) {
        return jdbc.sql("select government from appeal where id = ?")
                .param(appealId)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Instant dueAt(String appealId) {
        return jdbc.sql("select due_at from appeal where id = ?")
                .param(appealId)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** The chief lets the slip stand or takes it back; called only by the process {@code appeal}. */
    public void decide(String appealId, boolean upheld, String comment) {
        CurrentUser chief = currentUsers.required();
        String slipId = jdbc.sql(
                        """
                        update appeal set upheld = ?, comment = ?, decided_by = ?, decided_by_name = ?, decided_at = ?
                        where id = ? and decided_at is null returning slip_id""")
                .params(upheld, comment, chief.username(), chief.name(), Timestamp.from(clock.instant()), appealId)
                .query(String.class)
                .single();
        SlipRecord slip = slips.lock(slipId);
        if (!upheld) {
            slips.withdraw(slipId, clock.instant());
            ending.end(slip, EndReason.WITHDRAWN);
        }
        events.publishEvent(
                new AppealEvent.AppealDecided(slip.government(), appealId, slipId, slip.unit(), upheld, comment));
    }

    /** By the new working days, each undecided appeal that is not overdue; by its id. */
    public Map<String, Instant> reckonAnew() {
        Map<String, Instant> moved = new HashMap<>();
        jdbc.sql("select id, government, filed_at, due_at from appeal where decided_at is null and due_at > ?")
                .param(Timestamp.from(clock.instant()))
                .query(row -> {
                    Instant dueAt = decisionDueAt(
                            row.getString("government"),
                            row.getTimestamp("filed_at").toInstant());
                    if (!dueAt.equals(row.getTimestamp("due_at").toInstant())) {
                        moved.put(row.getString("id"), dueAt);
                    }
                });
        moved.forEach((id, dueAt) -> jdbc.sql("update appeal set due_at = ? where id = ?")
                .params(Timestamp.from(dueAt), id)
                .update());
        return moved;
    }

    private Instant openUntil(String government, Instant issuedAt) {
        return after(issuedAt, days(government, GovernmentRule.APPEAL, issuedAt));
    }

    private Instant decisionDueAt(String government, Instant filedAt) {
        return after(filedAt, days(government, GovernmentRule.APPEAL_DECISION, filedAt));
    }

    private int days(String government, GovernmentRule rule, Instant from) {
        return rules.value(government, rule, LocalDate.ofInstant(from, WorkingDays.ZONE));
    }

    private Instant after(Instant from, int days) {
        return workingDays.dueInstant(workingDays.plus(LocalDate.ofInstant(from, WorkingDays.ZONE), days));
    }
}
