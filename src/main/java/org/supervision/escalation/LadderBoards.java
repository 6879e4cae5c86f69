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

/** Reads which late cycles stand on which rung of the ladder, and which reach the next one soon. */
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

    /** A rung with the cycles that have come as far, the longest late first. */
    public record Column(Rung rung, List<Card> cards) {}

    /**
     * A late cycle.
     *
     * @param slipId the slip or draft of its rung
     * @param dueAt what was missed
     */
    public record Card(
            String cycleId,
            int number,
            String goal,
            String unitName,
            CycleStep step,
            boolean important,
            Rung rung,
            String slipId,
            Instant dueAt) {}

    /** A cycle that reaches a rung unless somebody acts before. */
    public record Coming(Card card, Rung rung, Instant at) {}

    /** @throws AccessDeniedException for people of units and administrators */
    public List<Column> of(CurrentUser reader) {
        List<Card> cards = cards(reader);
        return RUNGS.stream()
                .map(rung -> new Column(
                        rung, cards.stream().filter(card -> card.rung() == rung).toList()))
                .toList();
    }

    /** What reaches its next rung up to an instant, the first first. */
    public List<Coming> coming(CurrentUser reader, Instant until) {
        return cards(reader).stream()
                .flatMap(card -> next(reader.requiredGovernment(), card).stream())
                .filter(coming -> !coming.at().isAfter(until))
                .sorted(Comparator.comparing(Coming::at))
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

    /** One for each cycle, at the highest rung it has come to. */
    private List<Card> cards(CurrentUser reader) {
        if (!reader.readsWholeGovernment()) {
            throw new AccessDeniedException("the ladder of the whole government");
        }
        return jdbc
                .sql(
                        """
                        select distinct on (s.cycle_id) s.cycle_id, k.number, k.goal, k.important, u.name as unit_name,
                            s.step, s.level, s.id, s.due_at
                        from slip s
                        join reporting_cycle c on c.id = s.cycle_id and c.closed_at is null
                        join key_task k on k.id = s.key_task_id
                        join org_unit u on u.code = s.unit
                        where s.government = ? and s.ended_at is null and s.source = 'LADDER'
                        order by s.cycle_id, s.rung desc, s.id""")
                .param(reader.requiredGovernment())
                .query((row, n) -> new Card(
                        row.getString("cycle_id"),
                        row.getInt("number"),
                        row.getString("goal"),
                        row.getString("unit_name"),
                        CycleStep.valueOf(row.getString("step")),
                        row.getBoolean("important"),
                        Rung.valueOf(row.getString("level")),
                        row.getString("id"),
                        row.getTimestamp("due_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Card::dueAt).thenComparing(Card::number))
                .toList();
    }
}
