package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Lamp;
import org.supervision.workflow.EntrySource;

/** Keeps the reports, reviews and partners' parts of cycles; versions are only ever added. */
@Repository
class CycleReports {

    private final JdbcClient jdbc;
    private final Readings readings;
    private final EvidenceRecords evidence;

    CycleReports(JdbcClient jdbc, Readings readings, EvidenceRecords evidence) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.evidence = evidence;
    }

    void askParts(String cycleId, List<String> units) {
        for (int position = 0; position < units.size(); position++) {
            jdbc.sql("insert into partner_part (cycle_id, unit, position) values (?, ?, ?)")
                    .params(cycleId, units.get(position), position)
                    .update();
        }
    }

    List<PartnerPart> parts(String cycleId) {
        return parts(List.of(cycleId)).getOrDefault(cycleId, List.of());
    }

    /** The parts of each cycle in their order; without an entry where it has none. */
    Map<String, List<PartnerPart>> parts(Collection<String> cycleIds) {
        Map<String, Map<String, List<Evidence>>> files = evidence.ofParts(cycleIds);
        Map<String, List<PartnerPart>> parts = new HashMap<>();
        jdbc.sql(
                        """
                        select cycle_id, unit, progress, problems, submitted_by_name, submitted_at
                        from partner_part where cycle_id = any(?) order by cycle_id, position""")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    String cycle = row.getString("cycle_id");
                    Instant submittedAt = instant(row, "submitted_at");
                    parts.computeIfAbsent(cycle, any -> new ArrayList<>())
                            .add(new PartnerPart(
                                    row.getString("unit"),
                                    row.getString("progress"),
                                    row.getString("problems"),
                                    row.getString("submitted_by_name"),
                                    submittedAt,
                                    submittedAt == null
                                            ? List.of()
                                            : files.getOrDefault(cycle, Map.of())
                                                    .getOrDefault(row.getString("unit"), List.of())));
                });
        return parts;
    }

    /** Codes of the units whose parts are not in. */
    List<String> missingParts(String cycleId) {
        return parts(cycleId).stream()
                .filter(part -> part.submittedAt() == null)
                .map(PartnerPart::unit)
                .toList();
    }

    void submitPart(String cycleId, String unit, PartContent part, CurrentUser by, Instant at) {
        int submitted = jdbc.sql(
                        """
                        update partner_part
                        set progress = ?, problems = ?, submitted_by = ?, submitted_by_name = ?, submitted_at = ?
                        where cycle_id = ? and unit = ? and submitted_at is null""")
                .params(part.progress(), part.problems(), by.username(), by.name(), Timestamp.from(at), cycleId, unit)
                .update();
        if (submitted == 0) {
            throw new DomainException(Kind.CONFLICT, "reporting.part.already-in", unit);
        }
    }

    /**
     * Parts that are still awaited change hands, where the other unit has none of its own.
     *
     * @return ids of the cycles
     */
    List<String> moveOpenParts(String unit, String into) {
        return jdbc.sql(
                        """
                        update partner_part p set unit = ?
                        from reporting_cycle c
                        where c.id = p.cycle_id and p.unit = ? and p.submitted_at is null and c.state <> 'CLOSED'
                          and c.lead_unit <> ?
                          and not exists (select from partner_part o where o.cycle_id = p.cycle_id and o.unit = ?)
                        returning c.id""")
                .params(into, unit, into, into)
                .query(String.class)
                .list();
    }

    /**
     * Parts that the unit has not handed in are owed by nobody any more, where it leads itself or is no more.
     *
     * @param cycleId {@code null} for every running cycle
     * @return ids of the cycles
     */
    List<String> dropMissingParts(String unit, @Nullable String cycleId) {
        return jdbc.sql(
                        """
                        delete from partner_part p using reporting_cycle c
                        where c.id = p.cycle_id and p.unit = :unit and p.submitted_at is null and c.state <> 'CLOSED'
                          and (:cycle::text is null or c.id = :cycle)
                        returning c.id""")
                .param("unit", unit)
                .param("cycle", cycleId)
                .query(String.class)
                .list();
    }

    /**
     * @param dueAt the deadline that held when it was submitted
     * @param enteredFrom not {@code null} if the office enters it on behalf of the unit
     */
    void add(
            String cycleId,
            int version,
            ReportContent content,
            Lamp lamp,
            Instant dueAt,
            @Nullable EntrySource enteredFrom,
            CurrentUser by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into progress_report (cycle_id, version, source, verdict, progress, problems, next_steps,
                            lamp, due_at, entered_from, submitted_by, submitted_by_name, submitted_at)
                        values (?, ?, 'UNIT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        cycleId,
                        version,
                        content.verdict().name(),
                        content.progress(),
                        content.problems(),
                        content.nextSteps(),
                        lamp.name(),
                        Timestamp.from(dueAt),
                        enteredFrom == null ? null : enteredFrom.name(),
                        by.username(),
                        by.name(),
                        Timestamp.from(at))
                .update();
    }

    /** Whether that version is the person's own; what the office enters on behalf is the unit's. */
    boolean isSubmittedForUnitBy(String cycleId, int version, CurrentUser user) {
        return jdbc.sql(
                        """
                        select exists (select from progress_report
                        where cycle_id = ? and version = ? and submitted_by = ? and entered_from is null)""")
                .params(cycleId, version, user.username())
                .query(Boolean.class)
                .single();
    }

    void addReview(String cycleId, int version, Review review, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into review (cycle_id, report_version, step, decision, reason, comment, verdict,
                            reviewed_by, reviewed_by_name, reviewed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        cycleId,
                        version,
                        review.step().name(),
                        review.decision().name(),
                        review.reason() == null ? null : review.reason().name(),
                        review.comment(),
                        review.verdict() == null ? null : review.verdict().name(),
                        by.username(),
                        by.name(),
                        Timestamp.from(at))
                .update();
    }

    /** The version or the latest review of it is kept but does not count any more. */
    void markUndone(String cycleId, int version, ActKind kind, Instant at) {
        String sql = kind == ActKind.SUBMIT
                ? "update progress_report set undone_at = ? where cycle_id = ? and version = ?"
                : """
                  update review set undone_at = ?
                  where id = (select max(id) from review
                              where cycle_id = ? and report_version = ? and undone_at is null)""";
        jdbc.sql(sql).params(Timestamp.from(at), cycleId, version).update();
    }

    /** All versions with their reviews that stand, newest first. */
    List<ReportVersion> versions(String cycleId) {
        return versions(List.of(cycleId)).getOrDefault(cycleId, List.of());
    }

    /** The same of each cycle; without an entry where nothing was submitted. */
    Map<String, List<ReportVersion>> versions(Collection<String> cycleIds) {
        Map<Of, List<ReportVersion.SignedReview>> reviews = new HashMap<>();
        jdbc.sql("select * from review where cycle_id = any(?) and undone_at is null order by id")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    reviews.computeIfAbsent(Of.row(row, "report_version"), any -> new ArrayList<>())
                            .add(new ReportVersion.SignedReview(
                                    new Review(
                                            ReviewStep.valueOf(row.getString("step")),
                                            ReviewDecision.valueOf(row.getString("decision")),
                                            value(ReturnReason.class, row.getString("reason")),
                                            row.getString("comment"),
                                            value(Verdict.class, row.getString("verdict"))),
                                    row.getString("reviewed_by_name"),
                                    row.getTimestamp("reviewed_at").toInstant()));
                });
        Map<Of, List<Doubt.Answered>> doubts = doubts(cycleIds);
        Map<String, Map<Integer, List<IndicatorReading>>> measured = readings.kept(cycleIds);
        Map<String, Map<Integer, List<Evidence>>> files = evidence.ofVersions(cycleIds);
        Map<String, List<ReportVersion>> versions = new HashMap<>();
        jdbc.sql("select * from progress_report where cycle_id = any(?) order by cycle_id, version desc")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    Of of = Of.row(row, "version");
                    versions.computeIfAbsent(of.cycle(), any -> new ArrayList<>())
                            .add(new ReportVersion(
                                    of.version(),
                                    ReportSource.valueOf(row.getString("source")),
                                    value(Verdict.class, row.getString("verdict")),
                                    row.getString("progress"),
                                    measured.getOrDefault(of.cycle(), Map.of()).getOrDefault(of.version(), List.of()),
                                    Lamp.valueOf(row.getString("lamp")),
                                    row.getString("problems"),
                                    row.getString("next_steps"),
                                    row.getString("submitted_by_name"),
                                    row.getTimestamp("submitted_at").toInstant(),
                                    value(EntrySource.class, row.getString("entered_from")),
                                    instant(row, "undone_at"),
                                    doubts.getOrDefault(of, List.of()),
                                    files.getOrDefault(of.cycle(), Map.of()).getOrDefault(of.version(), List.of()),
                                    reviews.getOrDefault(of, List.of())));
                });
        return versions;
    }

    /** A version of a cycle's report. */
    private record Of(String cycle, int version) {

        static Of row(ResultSet row, String version) throws SQLException {
            return new Of(row.getString("cycle_id"), row.getInt(version));
        }
    }

    /** What was doubtful about each version and was answered, in the order of the rules. */
    private Map<Of, List<Doubt.Answered>> doubts(Collection<String> cycleIds) {
        Map<Of, List<Doubt.Answered>> doubts = new HashMap<>();
        jdbc.sql("select cycle_id, version, rule, arguments, answer from report_doubt where cycle_id = any(?)")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    doubts.computeIfAbsent(Of.row(row, "version"), any -> new ArrayList<>())
                            .add(new Doubt.Answered(
                                    new Doubt(CheckRule.valueOf(row.getString("rule")), false, List.of((String[])
                                            row.getArray("arguments").getArray())),
                                    row.getString("answer")));
                });
        doubts.values()
                .forEach(each -> each.sort(
                        Comparator.comparing(answered -> answered.doubt().rule())));
        return doubts;
    }

    /** The report that was approved last for the same key task in an earlier quarter. */
    Optional<ReportVersion> lastApproved(String cycleId) {
        return jdbc.sql(
                        """
                        select e.id, e.report_version from reporting_cycle c
                        join reporting_round now on now.id = c.round_id
                        join reporting_cycle e on e.key_task_id = c.key_task_id and e.outcome = 'APPROVED'
                        join reporting_round r on r.id = e.round_id and (r.year, r.quarter) < (now.year, now.quarter)
                        where c.id = ? order by r.year desc, r.quarter desc limit 1""")
                .param(cycleId)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .optional()
                .flatMap(earlier -> versions(earlier.getKey()).stream()
                        .filter(version -> version.version() == earlier.getValue())
                        .findFirst());
    }

    static <T extends Enum<T>> @Nullable T value(Class<T> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
