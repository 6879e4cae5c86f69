package org.supervision.reporting;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Samples of reports that are looked at whatever they say (抽查): drawn once for each round, by a seed nobody chose, so that
 * nobody draws again until the sample suits.
 */
@Service
@Transactional
public class SpotChecks {

    private static final int SEED_BYTES = 16;

    private final JdbcClient jdbc;
    private final RoundRepository rounds;
    private final GovernmentRules rules;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SpotChecks(
            JdbcClient jdbc,
            RoundRepository rounds,
            GovernmentRules rules,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.rules = rules;
        this.currentUsers = currentUsers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The sample of a round.
     *
     * @param seed hexadecimal; with it {@link SampleDraw} draws the same again
     * @param share of a hundred
     * @param drawnFrom how many key tasks there were
     * @param drawn in the order in which they were drawn
     */
    public record Sample(
            String seed, int share, int drawnFrom, String drawnByName, Instant drawnAt, List<Sampled> drawn) {}

    /** A report of the sample. */
    public record Sampled(
            String cycleId, String keyTaskId, int number, String goal, String leadUnit, CycleStanding standing) {}

    /** Empty before it is drawn. */
    @Transactional(readOnly = true)
    public Optional<Sample> of(String roundId) {
        return jdbc.sql("select seed, share, drawn_from, drawn_by_name, drawn_at from spot_check where round_id = ?")
                .param(roundId)
                .query((row, n) -> new Sample(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        drawn(roundId)))
                .optional();
    }

    private List<Sampled> drawn(String roundId) {
        return jdbc.sql(
                        """
                        select c.id as cycle_id, c.key_task_id, c.number, k.goal, u.name as lead_unit, %s as standing
                        from spot_check_cycle s
                        join reporting_cycle c on c.id = s.cycle_id
                        join key_task k on k.id = c.key_task_id
                        join org_unit u on u.code = c.lead_unit
                        where s.round_id = :round order by s.place"""
                                .formatted(CycleStanding.SQL))
                .param("round", roundId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Sampled.class)
                .list();
    }

    /** Those of the cycles that are in the sample of their round. */
    @Transactional(readOnly = true)
    public Set<String> among(Collection<String> cycles) {
        return cycles.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(jdbc.sql("select cycle_id from spot_check_cycle where cycle_id = any(?)")
                        .param(cycles.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /**
     * Draws the sample of a round of the acting person's government.
     *
     * @throws DomainException if the round does not run or its sample is drawn
     */
    public void draw(String roundId) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        // Two who draw at once are one after the other: the second finds the sample drawn.
        rounds.hold(roundId);
        ReportingRound round = rounds.findById(roundId)
                .filter(found -> found.government.equals(user.government()))
                .orElseThrow(() -> DomainException.notFound(roundId));
        if (round.state != RoundState.OPEN) {
            throw new DomainException(Kind.CONFLICT, "reporting.spot-check.not-open");
        }
        if (of(roundId).isPresent()) {
            throw new DomainException(Kind.CONFLICT, "reporting.spot-check.drawn");
        }
        List<Integer> numbers = jdbc.sql("select number from reporting_cycle where round_id = ?")
                .param(roundId)
                .query(Integer.class)
                .list();
        String seed = seed();
        int share = rules.today(round.government, GovernmentRule.SPOT_CHECK_SHARE);
        List<Integer> drawn = SampleDraw.of(seed, numbers, share);
        keep(roundId, seed, share, numbers.size(), user);
        for (int place = 0; place < drawn.size(); place++) {
            jdbc.sql(
                            """
                            insert into spot_check_cycle (round_id, cycle_id, place)
                            select round_id, id, ? from reporting_cycle where round_id = ? and number = ?""")
                    .params(place + 1, roundId, drawn.get(place))
                    .update();
        }
        events.publishEvent(new RoundEvent.SampleDrawn(round.government, roundId, seed, drawn.size()));
    }

    private String seed() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private void keep(String roundId, String seed, int share, int drawnFrom, CurrentUser user) {
        jdbc.sql(
                        """
                        insert into spot_check (round_id, seed, share, drawn_from, drawn_by, drawn_by_name, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(roundId, seed, share, drawnFrom, user.username(), user.name(), Timestamp.from(clock.instant()))
                .update();
    }
}
