package org.supervision.dashboard;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.Slice;

/** The cycles behind a number. */
@Service
@Transactional(readOnly = true)
public class CycleLists {

    /** How the first report of a cycle came; the figures that say so are one for each cycle that is due. */
    public record Line(CycleView cycle, @Nullable CycleFigure came) {}

    private static final String CAME =
            "case when %s then 'ON_TIME' when %s then 'LATE' when %s then 'MISSING' end as came"
                    .formatted(
                            CycleFigure.ON_TIME.condition(),
                            CycleFigure.LATE.condition(),
                            CycleFigure.MISSING.condition());

    private final CycleSql cycles;
    private final CycleViews views;
    private final Dashboards dashboards;

    CycleLists(CycleSql cycles, CycleViews views, Dashboards dashboards) {
        this.cycles = cycles;
        this.views = views;
        this.dashboards = dashboards;
    }

    /**
     * What is listed.
     *
     * @param until only reports and approvals that came on that day or before; {@code null} for all
     * @param latest only the latest cycle of each key task
     */
    public record Wish(
            List<String> rounds,
            CycleFigure figure,
            @Nullable String unit,
            boolean inCharge,
            @Nullable LocalDate until,
            boolean latest) {}

    /** By round, the newest first, and number. */
    public Slice<Line> list(Wish wish, CurrentUser reader, int page, int size) {
        CycleScope scope = dashboards.scope(wish.rounds(), reader, wish.unit(), wish.inCharge(), wish.latest());
        String came = wish.figure() == CycleFigure.APPROVED ? "c.closed_at" : "f.submitted_at";
        String condition = CycleSql.FROM + CycleSql.WHERE + " and ("
                + wish.figure().condition() + ")" + " and (:until::timestamptz is null or " + came + " < :until)";
        Timestamp until = wish.until() == null
                ? null
                : Timestamp.from(
                        wish.until().plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant());
        record Found(String id, @Nullable CycleFigure came) {}
        List<Found> found = cycles.over(
                        scope,
                        "select c.id, " + CAME + " " + condition
                                + " order by r.year desc, r.quarter desc, c.number limit :size offset :skip")
                .param("until", until)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Found.class)
                .list();
        long total = cycles.over(scope, "select count(*) " + condition)
                .param("until", until)
                .query(Long.class)
                .single();
        Map<String, CycleView> shown = views.byIds(found.stream().map(Found::id).toList(), reader);
        return new Slice<>(
                found.stream()
                        .map(line -> new Line(Objects.requireNonNull(shown.get(line.id())), line.came()))
                        .collect(Collectors.toList()),
                page,
                size,
                total);
    }
}
