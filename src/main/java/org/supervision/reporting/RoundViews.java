package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.Quarter;
import org.supervision.shared.Slice;

/** Reads rounds for lists and pages. */
@Repository
public class RoundViews {

    /**
     * @param planIssued whether the chief has issued the plan of its year
     * @param cycles how many cycles stand in each state; states without a cycle are absent
     */
    public record RoundView(
            String id,
            String government,
            Quarter quarter,
            RoundState state,
            RoundOrigin origin,
            LocalDate opensOn,
            LocalDate reportDueOn,
            LocalDate closesOn,
            int partsDays,
            int unitReviewDays,
            int officeReviewDays,
            int resubmissionDays,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant signatureRequestedAt,
            @Nullable Instant publishedAt,
            boolean planIssued,
            Map<CycleState, Long> cycles) {

        /** Whether units report, or are to, on a plan that is a draft still. */
        public boolean isOnDraftPlan() {
            return !planIssued
                    && origin == RoundOrigin.LIVE
                    && (state == RoundState.PLANNED || state == RoundState.OPEN);
        }

        public long cycleCount() {
            return cycles.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final String SELECT =
            """
            select r.*, p.issued_at is not null as plan_issued,
                array(select c.state || ' ' || count(*) from reporting_cycle c where c.round_id = r.id group by c.state)
                    as cycles
              from reporting_round r left join annual_plan p on p.government = r.government and p.year = r.year
            """;

    private final JdbcClient jdbc;

    RoundViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rounds of a government, newest quarter first. */
    public Slice<RoundView> of(String government, int page, int size) {
        List<RoundView> items = jdbc.sql(
                        SELECT + " where r.government = ? order by r.year desc, r.quarter desc limit ? offset ?")
                .params(government, size, (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = jdbc.sql("select count(*) from reporting_round where government = ?")
                .param(government)
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    /** Rounds of a government's year, the planned ones too, first quarter first. */
    public List<RoundView> ofYear(String government, int year) {
        return jdbc.sql(SELECT + " where r.government = ? and r.year = ? order by r.quarter")
                .params(government, year)
                .query((row, n) -> view(row))
                .list();
    }

    /** A round of the given government; empty if it is unknown there. */
    public Optional<RoundView> find(String government, String roundId) {
        return jdbc.sql(SELECT + " where r.id = ? and r.government = ?")
                .params(roundId, government)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The same once whoever is changing the round at this moment has done so. */
    public Optional<RoundView> findSettled(String government, String roundId) {
        jdbc.sql("select id from reporting_round where id = ? for share")
                .param(roundId)
                .query(String.class)
                .optional();
        return find(government, roundId);
    }

    private static RoundView view(ResultSet row) throws SQLException {
        return new RoundView(
                row.getString("id"),
                row.getString("government"),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                RoundState.valueOf(row.getString("state")),
                RoundOrigin.valueOf(row.getString("origin")),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("report_due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getInt("parts_days"),
                row.getInt("unit_review_days"),
                row.getInt("office_review_days"),
                row.getInt("resubmission_days"),
                CycleReports.instant(row, "opened_at"),
                CycleReports.instant(row, "closed_at"),
                CycleReports.instant(row, "signature_requested_at"),
                CycleReports.instant(row, "published_at"),
                row.getBoolean("plan_issued"),
                cycles(row));
    }

    /** Counted in the same query: one for each row would need a second connection while the first is held. */
    private static Map<CycleState, Long> cycles(ResultSet row) throws SQLException {
        Map<CycleState, Long> counts = new EnumMap<>(CycleState.class);
        for (String count : (String[]) row.getArray("cycles").getArray()) {
            String[] words = count.split(" ");
            counts.put(CycleState.valueOf(words[0]), Long.valueOf(words[1]));
        }
        return counts;
    }
}
