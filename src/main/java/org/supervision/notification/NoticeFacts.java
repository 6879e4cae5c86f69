package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.changerequest.ChangeKind;
import org.supervision.escalation.NumberWords;
import org.supervision.escalation.Rung;
import org.supervision.escalation.SlipKind;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleStep;

/** Looks up what the sentences name: numbers, goals, units and due instants. */
@Repository
class NoticeFacts {

    /** Goals are quoted up to here; the page has the whole text. */
    private static final int GOAL_LENGTH = 40;

    private final JdbcClient jdbc;
    private final NoticeWords words;
    private final NumberWords numbers;

    NoticeFacts(JdbcClient jdbc, NoticeWords words, NumberWords numbers) {
        this.jdbc = jdbc;
        this.words = words;
        this.numbers = numbers;
    }

    /** @param number of the key task */
    record CycleFacts(String unit, String unitName, String number, String goal, Instant reportDueAt) {}

    /**
     * @param title its number as it is written, empty for a draft
     * @param keyTask number of the key task
     * @param answers how many versions of an answer there are
     */
    record SlipFacts(
            String government,
            String title,
            String unit,
            String unitName,
            LocalDate draftedOn,
            String keyTask,
            String goal,
            boolean important,
            @Nullable String cycleId,
            @Nullable String roundId,
            @Nullable Integer episode,
            @Nullable CycleStep step,
            @Nullable Rung level,
            @Nullable Instant dueAt,
            int answers) {

        boolean isIssued() {
            return !title.isEmpty();
        }
    }

    /**
     * @param keyTask number of the key task
     * @param newLead unit that leads once it is granted; {@code null} where the lead stays
     */
    record ChangeFacts(
            ChangeKind kind,
            String keyTask,
            String goal,
            String unit,
            String unitName,
            @Nullable String newLead,
            boolean askedByOffice) {}

    /**
     * @param title its number as it is written
     * @param units codes of those it names
     */
    record CircularFacts(String title, String subject, List<String> units) {}

    record RoundFacts(String year, int quarter, Instant reportDueAt) {}

    /** @param unit that reported what was looked at, or leads the key task where nothing was reported */
    record InspectionFacts(String unit, String number, String goal) {}

    InspectionFacts inspection(String id) {
        return jdbc.sql(
                        """
                        select coalesce(c.lead_unit, k.lead_unit) as unit, k.number, k.goal from inspection i
                        join key_task k on k.id = i.key_task_id left join reporting_cycle c on c.id = i.cycle_id
                        where i.id = ?""")
                .param(id)
                .query((row, n) -> new InspectionFacts(
                        row.getString("unit"), row.getString("number"), shortened(row.getString("goal"))))
                .single();
    }

    CycleFacts cycle(String id) {
        return jdbc.sql(
                        """
                        select c.*, k.goal, u.name as unit_name from reporting_cycle c
                        join key_task k on k.id = c.key_task_id join org_unit u on u.code = c.lead_unit
                        where c.id = ?""")
                .param(id)
                .query((row, n) -> new CycleFacts(
                        row.getString("lead_unit"),
                        row.getString("unit_name"),
                        row.getString("number"),
                        shortened(row.getString("goal")),
                        row.getTimestamp("report_due_at").toInstant()))
                .single();
    }

    SlipFacts slip(String id) {
        return jdbc.sql(
                        """
                        select s.*, k.number as key_task, k.goal, k.important, u.name as unit_name,
                            (select count(*) from slip_answer a where a.slip_id = s.id) as answers
                        from slip s join key_task k on k.id = s.key_task_id join org_unit u on u.code = s.unit
                        where s.id = ?""")
                .param(id)
                .query((row, n) -> slip(row))
                .single();
    }

    private SlipFacts slip(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String step = row.getString("step");
        String level = row.getString("level");
        Timestamp dueAt = row.getTimestamp("due_at");
        return new SlipFacts(
                row.getString("government"),
                number == null ? "" : number(row),
                row.getString("unit"),
                row.getString("unit_name"),
                LocalDate.ofInstant(row.getTimestamp("drafted_at").toInstant(), WorkingDays.ZONE),
                row.getString("key_task"),
                shortened(row.getString("goal")),
                row.getBoolean("important"),
                row.getString("cycle_id"),
                row.getString("round_id"),
                row.getObject("episode", Integer.class),
                step == null ? null : CycleStep.valueOf(step),
                level == null ? null : Rung.valueOf(level),
                dueAt == null ? null : dueAt.toInstant(),
                row.getInt("answers"));
    }

    ChangeFacts change(String id) {
        return jdbc.sql(
                        """
                        select r.*, k.number as key_task, k.goal, u.name as unit_name
                        from change_request r join key_task k on k.id = r.key_task_id join org_unit u on u.code = r.unit
                        where r.id = ?""")
                .param(id)
                .query((row, n) -> {
                    ChangeKind kind = ChangeKind.valueOf(row.getString("kind"));
                    return new ChangeFacts(
                            kind,
                            row.getString("key_task"),
                            shortened(row.getString("goal")),
                            row.getString("unit"),
                            row.getString("unit_name"),
                            kind == ChangeKind.LEAD_CHANGE ? row.getString("new_value") : null,
                            row.getString("asked_as").equals(Role.OFFICER.name()));
                })
                .single();
    }

    CircularFacts circular(String id) {
        List<String> units = jdbc.sql(
                        """
                        select distinct s.unit from circular_entry e join slip s on s.id = e.slip_id
                        where e.circular_id = ?""")
                .param(id)
                .query(String.class)
                .list();
        return jdbc.sql("select government, 'CIRCULAR' as kind, year, number, subject from circular where id = ?")
                .param(id)
                .query((row, n) -> new CircularFacts(number(row), row.getString("subject"), units))
                .single();
    }

    private String number(ResultSet row) throws SQLException {
        String government = row.getString("government");
        SlipKind kind = SlipKind.valueOf(row.getString("kind"));
        int year = row.getInt("year");
        int number = row.getInt("number");
        return words.inChinese(() -> numbers.of(government, kind, year, number));
    }

    RoundFacts round(String id) {
        return jdbc.sql(
                        """
                        select r.year, r.quarter,
                            (select max(c.report_due_at) from reporting_cycle c where c.round_id = r.id) as due_at
                        from reporting_round r where r.id = ?""")
                .param(id)
                .query((row, n) -> {
                    Timestamp dueAt = row.getTimestamp("due_at");
                    return new RoundFacts(
                            row.getString("year"),
                            row.getInt("quarter"),
                            dueAt == null ? Instant.EPOCH : dueAt.toInstant());
                })
                .single();
    }

    /** Liaisons and leaders of the units that lead a cycle of the round or are asked for a part. */
    List<GroupPath> unitsOfRound(String government, String roundId) {
        return jdbc
                .sql(
                        """
                        select c.lead_unit as unit from reporting_cycle c where c.round_id = :round
                        union
                        select p.unit from partner_part p join reporting_cycle c on c.id = p.cycle_id
                        where c.round_id = :round""")
                .param("round", roundId)
                .query(String.class)
                .list()
                .stream()
                .map(unit -> List.of(GroupPath.liaison(government, unit), GroupPath.unitLeader(government, unit)))
                .flatMap(List::stream)
                .toList();
    }

    static String shortened(String goal) {
        return goal.length() <= GOAL_LENGTH ? goal : goal.substring(0, GOAL_LENGTH) + "…";
    }
}
