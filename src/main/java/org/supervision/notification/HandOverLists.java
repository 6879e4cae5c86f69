package org.supervision.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.changerequest.ChangeRequestFilter;
import org.supervision.changerequest.ChangeRequestView;
import org.supervision.changerequest.ChangeRequestViews;
import org.supervision.changerequest.ChangeState;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.workflow.HandOver;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.WaitingWorkItems;
import org.supervision.workflow.WorkItems.WorkItemView;

/** What waits for the posts of a hand-over and what is under way with them, as it is now. */
@Service
@Transactional(readOnly = true)
public class HandOverLists {

    /** No unit has more. */
    private static final int ALL = 500;

    private final HandOvers handOvers;
    private final WaitingWorkItems workItems;
    private final CycleViews cycles;
    private final SlipViews slips;
    private final ChangeRequestViews requests;
    private final OrgUnits units;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandOverLists(
            HandOvers handOvers,
            WaitingWorkItems workItems,
            CycleViews cycles,
            SlipViews slips,
            ChangeRequestViews requests,
            OrgUnits units,
            JdbcClient jdbc,
            Clock clock) {
        this.handOvers = handOvers;
        this.workItems = workItems;
        this.cycles = cycles;
        this.slips = slips;
        this.requests = requests;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An appeal nobody has decided yet. */
    public record OpenAppeal(String slipId, Instant filedAt, Instant dueAt, String reason) {}

    /**
     * The list.
     *
     * @param units of the posts, by code
     * @param items what waits for the posts, drafts among them
     * @param cycles what the unit has to report, as lead or as partner
     */
    public record HandOverList(
            HandOver handOver,
            Map<String, OrgUnit> units,
            List<WorkItemView> items,
            List<CycleView> cycles,
            List<SlipView> slips,
            List<OpenAppeal> appeals,
            List<ChangeRequestView> requests,
            Instant asOf) {}

    /** For whom it concerns; anybody else finds nothing. */
    public HandOverList of(String id) {
        HandOver handOver = handOvers.get(id);
        CurrentUser holder = CurrentUser.of(
                String.valueOf(handOver.successor()),
                handOver.successorName(),
                handOver.posts().stream().map(GroupPath::toString).collect(Collectors.toSet()));
        String unit = holder.unit();
        return new HandOverList(
                handOver,
                unit == null ? Map.of() : units.byCodes(List.of(unit)),
                workItems.forPosts(handOver.posts()),
                cycles.list(CycleFilter.NONE, holder, 0, ALL).items().stream()
                        .filter(cycle -> cycle.state() != CycleState.CLOSED)
                        .toList(),
                slips.list(new SlipFilter(null, null, null, true), holder, 0, ALL)
                        .items(),
                appeals(handOver.government(), unit),
                requests.list(new ChangeRequestFilter(null, ChangeState.PENDING, null, null, unit), holder, 0, ALL)
                        .items(),
                clock.instant());
    }

    private List<OpenAppeal> appeals(String government, @Nullable String unit) {
        return jdbc.sql(
                        """
                        select slip_id, filed_at, due_at, reason from appeal
                         where government = :government and (:unit::text is null or unit = :unit) and decided_at is null
                         order by due_at, id""")
                .param("government", government)
                .param("unit", unit)
                .query((row, n) -> new OpenAppeal(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4)))
                .list();
    }
}
