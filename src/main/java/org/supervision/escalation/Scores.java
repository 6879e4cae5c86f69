package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.escalation.AppealEvent.AppealDecided;
import org.supervision.escalation.AppealEvent.AppealFiled;
import org.supervision.escalation.SlipEvent.InterviewAgreed;
import org.supervision.escalation.SlipEvent.OrderSigned;
import org.supervision.escalation.SlipEvent.ReminderIssued;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.reporting.ActKind;
import org.supervision.reporting.CycleEvent.ActUndone;
import org.supervision.reporting.CycleEvent.DueDateMoved;
import org.supervision.reporting.CycleEvent.DueDateMoved.MoveCause;
import org.supervision.reporting.CycleEvent.ReportReviewed;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.FindingAgreement;
import org.supervision.reporting.InspectionDecision;
import org.supervision.reporting.InspectionEvent.FindingDecided;
import org.supervision.reporting.InspectionEvent.FindingRecorded;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.ReviewStep;
import org.supervision.reporting.RoundEvent.RoundClosed;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/**
 * The scores of units: each unit begins a quarter with 100 points and every event that costs some writes one line with its
 * cause, in the transaction of the event; what waited for the office when its round closed costs nothing. A line under appeal is suspended, one of a withdrawn slip cancelled; none is
 * deleted.
 */
@Service
@Transactional
public class Scores {

    /** Points a unit has before the first line of a quarter. */
    public static final int FULL = 100;

    private final JdbcClient jdbc;
    private final ScoreRules rules;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Scores(
            JdbcClient jdbc,
            ScoreRules rules,
            OrgUnits units,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.units = units;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void count(ReminderIssued event) {
        if (event.step() != CycleStep.OFFICE_REVIEW) {
            ScoreEvent what = event.level() == null
                    ? ScoreEvent.MANUAL_REMINDER
                    : ScoreEvent.valueOf(event.level().name());
            ofSlip(event.slipId(), what);
        }
    }

    @EventListener
    void count(OrderSigned event) {
        ofSlip(event.slipId(), ScoreEvent.SUPERVISION_ORDER);
    }

    @EventListener
    void count(InterviewAgreed event) {
        ofSlip(event.slipId(), ScoreEvent.INTERVIEW);
    }

    /** A slip counts in the quarter of its round, or in the one of its issue. */
    private void ofSlip(String slipId, ScoreEvent what) {
        jdbc.sql(
                        """
                        insert into score_line (government, unit, year, quarter, event, points, cause_type, cause_id,
                            created_at)
                        select s.government, s.unit, coalesce(r.year, s.year),
                            coalesce(r.quarter, extract(quarter from s.issued_at at time zone 'Asia/Shanghai')::int),
                            :event, s.points, 'slip', s.id, :now
                        from slip s left join reporting_round r on r.id = s.round_id where s.id = :slip and s.points <> 0
                        on conflict do nothing""")
                .param("event", what.name())
                .param("now", now())
                .param("slip", slipId)
                .update();
    }

    @EventListener
    void count(ReportReviewed event) {
        if (event.step() == ReviewStep.OFFICE && event.decision() == ReviewDecision.RETURN) {
            jdbc.sql(
                            """
                            insert into score_line (government, unit, year, quarter, event, points, cause_type,
                                cause_id, reason, created_at)
                            select c.government, c.lead_unit, r.year, r.quarter, :event, :points, 'reporting-cycle',
                                c.id || '/' || c.report_version, :reason, :now
                            from reporting_cycle c join reporting_round r on r.id = c.round_id where c.id = :cycle
                            on conflict (event, cause_id) do update
                                set cancelled_at = null, reason = excluded.reason, created_at = excluded.created_at
                                where score_line.cancelled_at is not null""")
                    .param("event", ScoreEvent.REPORT_RETURNED.name())
                    .param("points", points(event.government(), ScoreEvent.REPORT_RETURNED))
                    .param(
                            "reason",
                            event.reason() == null ? null : event.reason().name())
                    .param("now", now())
                    .param("cycle", event.cycleId())
                    .update();
        }
    }

    /** A return that was taken back costs nothing. */
    @EventListener
    void cancel(ActUndone event) {
        if (event.kind() == ActKind.RETURN_BY_OFFICE) {
            jdbc.sql("update score_line set cancelled_at = ? where event = ? and cause_id = ?")
                    .params(now(), ScoreEvent.REPORT_RETURNED.name(), event.cycleId() + "/" + event.version())
                    .update();
        }
    }

    /** Asked for in time, the later date counts for the score too: what the old one cost is given back. */
    @EventListener
    void cancel(DueDateMoved event) {
        if (event.cause() == MoveCause.EXTENSION && event.after().isAfter(clock.instant())) {
            jdbc.sql(
                            """
                            update score_line set cancelled_at = ? where cancelled_at is null and cause_id in
                                (select id from slip where cycle_id = ? and step = ? and due_at = ?)""")
                    .params(now(), event.cycleId(), event.step().name(), Timestamp.from(event.before()))
                    .update();
        }
    }

    @EventListener
    void count(RoundClosed event) {
        for (ScoreEvent what : List.of(ScoreEvent.NOT_REPORTED, ScoreEvent.NOT_APPROVED)) {
            jdbc.sql(
                            """
                            insert into score_line (government, unit, year, quarter, event, points, cause_type,
                                cause_id, created_at)
                            select c.government, c.lead_unit, r.year, r.quarter, :event, :points, 'reporting-cycle',
                                c.id, :now
                            from reporting_cycle c join reporting_round r on r.id = c.round_id
                            where c.round_id = :round and c.outcome = :event
                                and not exists (
                                    select from review v
                                    where v.cycle_id = c.id and v.report_version = c.report_version
                                      and v.step = 'UNIT' and v.decision = 'APPROVE' and v.undone_at is null
                                      and not exists (
                                          select from review o
                                          where o.cycle_id = v.cycle_id and o.report_version = v.report_version
                                            and o.step = 'OFFICE' and o.undone_at is null))
                            on conflict do nothing""")
                    .param("event", what.name())
                    .param("points", points(event.government(), what))
                    .param("now", now())
                    .param("round", event.roundId())
                    .update();
        }
    }

    /** In the quarter of the report that was found wrong, against the unit that reported. */
    @EventListener
    void count(FindingRecorded event) {
        if (event.contradictsApproved()) {
            ScoreEvent what = event.finding().agreement() == FindingAgreement.PARTLY
                    ? ScoreEvent.REPORT_PARTLY_CONTRADICTED
                    : ScoreEvent.REPORT_CONTRADICTED;
            jdbc.sql(
                            """
                            insert into score_line (government, unit, year, quarter, event, points, cause_type,
                                cause_id, created_at)
                            select c.government, c.lead_unit, r.year, r.quarter, :event, :points, 'inspection',
                                :inspection, :now
                            from reporting_cycle c join reporting_round r on r.id = c.round_id where c.id = :cycle
                            on conflict do nothing""")
                    .param("event", what.name())
                    .param("points", points(event.government(), what))
                    .param("inspection", event.inspectionId())
                    .param("now", now())
                    .param("cycle", event.cycleId())
                    .update();
        }
    }

    /** A finding that does not hold costs nothing. */
    @EventListener
    void cancel(FindingDecided event) {
        if (event.decision() == InspectionDecision.REJECT) {
            jdbc.sql("update score_line set cancelled_at = ? where cause_type = 'inspection' and cause_id = ?")
                    .params(now(), event.inspectionId())
                    .update();
        }
    }

    @EventListener
    void suspend(AppealFiled event) {
        jdbc.sql("update score_line set suspended = true where cause_id = ?")
                .param(event.slipId())
                .update();
    }

    @EventListener
    void settle(AppealDecided event) {
        jdbc.sql("update score_line set suspended = false, cancelled_at = coalesce(cancelled_at, ?) where cause_id = ?")
                .params(event.upheld() ? null : now(), event.slipId())
                .update();
    }

    /**
     * The office's own mark on a unit's quarter.
     *
     * @param points negative or positive, not 0, between -100 and 100
     */
    public void mark(String unit, Quarter quarter, int points, String reason) {
        CurrentUser officer = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        if (unit.isBlank()) {
            throw DomainException.invalidField("unit", "escalation.score.unit");
        }
        if (!units.get(unit).government().equals(officer.government())) {
            throw DomainException.notFound(unit);
        }
        if (points == 0 || Math.abs(points) > FULL) {
            throw DomainException.invalidField("points", "escalation.score.points", FULL);
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw DomainException.invalidField("reason", "escalation.score.reason", 500);
        }
        String cause = "%s/%s/%s".formatted(unit, quarter, clock.instant());
        jdbc.sql(
                        """
                        insert into score_line (government, unit, year, quarter, event, points, cause_type, cause_id,
                            reason, marked_by_name, created_at)
                        values (?, ?, ?, ?, 'MARK', ?, 'mark', ?, ?, ?, ?)""")
                .params(
                        officer.requiredGovernment(),
                        unit,
                        quarter.year(),
                        quarter.number(),
                        points,
                        cause,
                        reason.strip(),
                        officer.name(),
                        now())
                .update();
        events.publishEvent(new ScoreMarked(officer.requiredGovernment(), unit, quarter, points, reason.strip()));
    }

    private int points(String government, ScoreEvent what) {
        return rules.points(government, what, LocalDate.now(clock));
    }

    private @Nullable Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
