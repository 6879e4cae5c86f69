package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleStep;

/** Reads which late steps stand on which rung of the ladder, and which reach the next one soon. */
@Repository
public class LadderBoards {

    private static final List<Rung> RUNGS =
            List.of(Rung.FIRST_REMINDER, Rung.SECOND_REMINDER, Rung.SUPERVISION_ORDER, Rung.INTERVIEW);

    private final JdbcClient jdbc;
    private final Ladders ladders;
    private final WorkingDays workingDays;
    private final Clock clock;

    LadderBoards(JdbcClient jdbc, Ladders ladders, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.ladders = ladders;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** A rung with the late steps that have come as far, the longest late first. */
    public record Column(Rung rung, List<Card> cards) {}

    /**
     * A late step of a cycle whose ladder runs.
     *
     * @param unitName who owes it or, for a review of the office, whose report waits
     * @param resubmission whether a returned report is late
     * @param rung the highest it has come to, also if its slip has ended since: a ladder never goes back
     * @param slipId the slip or draft of its rung
     * @param dueAt what was missed
     */
    public record Card(
            String cycleId,
            int number,
            String goal,
            String unitName,
            CycleStep step,
            boolean resubmission,
            boolean important,
            Rung rung,
            String slipId,
            Instant dueAt) {

        /** Suffix of the message keys that say who owes what. */
        public String owed() {
            return resubmission && step == CycleStep.REPORT ? "RESUBMISSION" : step.name();
        }
    }

    /** A late step that reaches a rung unless somebody acts before. */
    public record Coming(Card card, Rung rung, Instant at) {}

    /** @throws AccessDeniedException for people of units and administrators */
    public List<Column> of(CurrentUser reader) {
        List<Card> cards = cards(reader);
        return RUNGS.stream()
                .map(rung -> new Column(
                        rung, cards.stream().filter(card -> card.rung() == rung).toList()))
                .toList();
    }

    /** What of a board reaches its next rung up to an instant, the first first. */
    public List<Coming> coming(List<Column> board, CurrentUser reader, Instant until) {
        return board.stream()
                .flatMap(column -> column.cards().stream())
                .flatMap(card -> next(reader.requiredGovernment(), card).stream())
                .filter(coming -> !coming.at().isAfter(until))
                .sorted(Comparator.comparing(Coming::at)
                        .thenComparing(coming -> coming.card().dueAt())
                        .thenComparing(coming -> coming.card().number()))
                .toList();
    }

    private Optional<Coming> next(String government, Card card) {
        LocalDate dueOn = LocalDate.ofInstant(card.dueAt(), WorkingDays.ZONE);
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(card.rung()) > 0)
                .flatMap(rung -> ladders
                        .rule(government, dueOn, card.step(), card.important(), rung)
                        .map(rule -> new Coming(card, rung, workingDays.afterDue(card.dueAt(), rule.days())))
                        .stream())
                .filter(coming -> coming.at().isAfter(clock.instant()))
                .findFirst();
    }

    /**
     * One for each running ladder: its step is awaited, its date has passed, and no slip of it has ended with its cause.
     */
    private List<Card> cards(CurrentUser reader) {
        if (!reader.readsWholeGovernment()) {
            throw new AccessDeniedException("the ladder of the whole government");
        }
        Instant now = clock.instant();
        return jdbc
                .sql(
                        """
                        select distinct on (c.id, s.step, case s.step when 'PART' then s.unit end)
                            c.id as cycle_id, k.number, k.goal, k.important, u.name as unit_name, c.returned, s.step,
                            s.level, s.id,
                            case s.step when 'PART' then c.parts_due_at when 'REPORT' then c.report_due_at
                                when 'UNIT_REVIEW' then c.unit_review_due_at else c.office_review_due_at end as due_at
                        from reporting_cycle c
                        join slip s on s.cycle_id = c.id and s.source = 'LADDER' and s.step = any (
                            case when c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING') then array['PART', 'REPORT']
                                else array[c.state] end)
                        join key_task k on k.id = c.key_task_id
                        join org_unit u on u.code = case s.step when 'PART' then s.unit else c.lead_unit end
                        where c.government = ? and c.state <> 'CLOSED' and not exists (
                            select from slip e
                            where e.cycle_id = s.cycle_id and e.step = s.step and e.episode = s.episode
                              and e.ended_because in ('REPORT_SUBMITTED', 'REVIEW_DONE', 'DUE_DATE_MOVED', 'ROUND_CLOSED'))
                        order by c.id, s.step, case s.step when 'PART' then s.unit end, s.episode desc, s.rung desc""")
                .param(reader.requiredGovernment())
                .query((row, n) -> new Card(
                        row.getString("cycle_id"),
                        row.getInt("number"),
                        row.getString("goal"),
                        row.getString("unit_name"),
                        CycleStep.valueOf(row.getString("step")),
                        row.getBoolean("returned"),
                        row.getBoolean("important"),
                        Rung.valueOf(row.getString("level")),
                        row.getString("id"),
                        row.getTimestamp("due_at").toInstant()))
                .list()
                .stream()
                .filter(card -> !card.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Card::dueAt).thenComparing(Card::number))
                .toList();
    }
}
