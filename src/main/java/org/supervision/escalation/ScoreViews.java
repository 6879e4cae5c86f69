package org.supervision.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Quarter;

/** Reads the scores of a quarter: the office and city leaders all units, people of a unit their own. */
@Repository
public class ScoreViews {

    private final JdbcClient jdbc;
    private final Clock clock;

    ScoreViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A unit's quarter.
     *
     * @param points 100 and the lines that count
     */
    public record UnitScore(String unit, String unitName, int points, List<ScoreLine> lines) {}

    /**
     * One event.
     *
     * @param keyTaskId what it is about; {@code null} for a mark, as are number and goal
     * @param causeType {@code slip}, {@code reporting-cycle}, {@code inspection} or {@code mark}
     * @param suspended under appeal: does not count for now
     * @param cancelled its slip was withdrawn, its finding not upheld: does not count
     */
    public record ScoreLine(
            ScoreEvent event,
            int points,
            @Nullable String keyTaskId,
            @Nullable Integer keyTaskNumber,
            @Nullable String goal,
            String causeType,
            String causeId,
            @Nullable String reason,
            @Nullable String markedBy,
            Instant at,
            boolean suspended,
            boolean cancelled) {

        public boolean counts() {
            return !suspended && !cancelled;
        }
    }

    /** The quarters in which the government has a line, and if there is none, the present one; the latest first. */
    public List<Quarter> quarters(CurrentUser reader) {
        List<Quarter> known = jdbc.sql(
                        "select distinct year, quarter from score_line where government = ? order by year desc, quarter desc")
                .param(reader.requiredGovernment())
                .query((row, n) -> new Quarter(row.getInt("year"), row.getInt("quarter")))
                .list();
        return known.isEmpty() ? List.of(Quarter.of(LocalDate.now(clock))) : known;
    }

    /** The units with a line in the quarter, the lowest first. */
    public List<UnitScore> of(Quarter quarter, CurrentUser reader) {
        boolean all = reader.readsWholeGovernment();
        if (!all && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<ScoreLine>> lines = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select l.*, u.name as unit_name, k.id as key_task, k.number, k.goal
                        from score_line l
                        join org_unit u on u.code = l.unit
                        left join slip s on l.cause_type = 'slip' and s.id = l.cause_id
                        left join reporting_cycle c
                            on l.cause_type = 'reporting-cycle' and c.id = split_part(l.cause_id, '/', 1)
                        left join inspection i on l.cause_type = 'inspection' and i.id = l.cause_id
                        left join key_task k on k.id = coalesce(s.key_task_id, c.key_task_id, i.key_task_id)
                        where l.government = ? and l.year = ? and l.quarter = ? and (? or l.unit = ?)
                        order by l.unit, l.id""")
                .params(reader.requiredGovernment(), quarter.year(), quarter.number(), all, reader.unit())
                .query(row -> {
                    String unit = row.getString("unit");
                    String cause = row.getString("cause_id");
                    names.put(unit, row.getString("unit_name"));
                    lines.computeIfAbsent(unit, key -> new ArrayList<>())
                            .add(new ScoreLine(
                                    ScoreEvent.valueOf(row.getString("event")),
                                    row.getInt("points"),
                                    row.getString("key_task"),
                                    row.getObject("number", Integer.class),
                                    row.getString("goal"),
                                    row.getString("cause_type"),
                                    cause.contains("/") ? cause.substring(0, cause.indexOf('/')) : cause,
                                    row.getString("reason"),
                                    row.getString("marked_by_name"),
                                    row.getTimestamp("created_at").toInstant(),
                                    row.getBoolean("suspended"),
                                    row.getTimestamp("cancelled_at") != null));
                });
        return lines.entrySet().stream()
                .map(unit -> new UnitScore(
                        unit.getKey(), names.get(unit.getKey()), points(unit.getValue()), unit.getValue()))
                .sorted(java.util.Comparator.comparingInt(UnitScore::points).thenComparing(UnitScore::unit))
                .toList();
    }

    private static int points(List<ScoreLine> lines) {
        return Scores.FULL
                + lines.stream()
                        .filter(ScoreLine::counts)
                        .mapToInt(ScoreLine::points)
                        .sum();
    }
}
