package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.Deadlines;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.web.OwedRow.Urgency;
import org.supervision.escalation.LadderBoards;
import org.supervision.escalation.LadderBoards.Coming;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.RoundProgress;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SentBack;
import org.supervision.shared.Slice;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemView;

/** Reads what the desks show. */
@Component
class Desks {

    /** More than this many nobody works through in a day; the rest is in the round's list. */
    static final int MOST_ITEMS = 500;

    private static final int MOST_SLIPS = 8;

    /** Working days the desk looks ahead. */
    private static final int SOON_DAYS = 5;

    private final WorkItems workItems;
    private final CycleViews cycles;
    private final CycleReopening reopening;
    private final RoundViews rounds;
    private final SlipViews slips;
    private final LadderBoards ladder;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    Desks(
            WorkItems workItems,
            CycleViews cycles,
            CycleReopening reopening,
            RoundViews rounds,
            SlipViews slips,
            LadderBoards ladder,
            Deadlines deadlines,
            WorkingDays workingDays,
            Clock clock) {
        this.workItems = workItems;
        this.cycles = cycles;
        this.reopening = reopening;
        this.rounds = rounds;
        this.slips = slips;
        this.ladder = ladder;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * All that waits for the person, so that the desk lists what the bell counts.
     *
     * @param owed at cycles, the most urgent first
     * @param rounds acts on rounds
     * @param others such as orders and interviews, by what is to be done
     * @param total of all, also where the desk shows only the first of very many
     */
    record Waiting(List<OwedRow> owed, List<RoundAct> rounds, Map<String, List<WorkItemView>> others, long total) {}

    /**
     * A work item at a round.
     *
     * @param early whether it waits only because its round is under way: it can be done, but is not due
     */
    record RoundAct(WorkItem item, RoundView round, boolean early, long running) {

        /** Suffix of the message keys that say it. */
        public String key() {
            return early ? item.kind() + ".early" : item.kind();
        }
    }

    Waiting waiting(CurrentUser user) {
        Slice<WorkItemView> all = workItems.mine(0, MOST_ITEMS);
        List<OwedRow> owed = owed(all.items(), user);
        List<RoundAct> acts = roundActs(all.items(), user);
        Set<String> shown = Stream.concat(
                        owed.stream().map(row -> row.item().id()),
                        acts.stream().map(act -> act.item().id()))
                .collect(Collectors.toSet());
        Map<String, List<WorkItemView>> others = all.items().stream()
                .filter(line -> !shown.contains(line.item().id()))
                .collect(Collectors.groupingBy(line -> line.item().name(), LinkedHashMap::new, Collectors.toList()));
        return new Waiting(owed, acts, others, all.total());
    }

    /** What waits for the person at cycles, the most urgent first. */
    List<OwedRow> owed(CurrentUser user) {
        return owed(workItems.mine(0, MOST_ITEMS).items(), user);
    }

    private List<OwedRow> owed(List<WorkItemView> waiting, CurrentUser user) {
        Map<String, CycleView> about = cycles.byIds(
                waiting.stream().map(line -> line.item().businessKey()).toList(), user);
        List<OwedRow> rows = new ArrayList<>();
        for (WorkItemView line : waiting) {
            CycleView cycle = about.get(line.item().businessKey());
            if (cycle != null) {
                rows.add(new OwedRow(
                        line.item(),
                        cycle,
                        sentBack(line, cycle, user),
                        deadlines.of(line.item().dueAt()),
                        line.draftSavedAt()));
            }
        }
        return rows;
    }

    static SortedMap<Urgency, List<OwedRow>> byUrgency(List<OwedRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(OwedRow::urgency, TreeMap::new, Collectors.toList()));
    }

    /** Those of the units a person is responsible for, then all others; each in its order. */
    static List<List<QueuedReview>> byDuty(List<QueuedReview> queue, Set<String> dutyUnits) {
        Map<Boolean, List<QueuedReview>> parts = queue.stream()
                .collect(Collectors.partitioningBy(
                        review -> dutyUnits.contains(review.cycle().leadUnit())));
        return dutyUnits.isEmpty() ? List.of(queue) : List.of(parts.get(true), parts.get(false));
    }

    private @Nullable SentBack sentBack(WorkItemView line, CycleView cycle, CurrentUser user) {
        return cycle.returned() && line.item().kind().equals("progress-report")
                ? SentBack.of(cycles.detail(cycle.id(), user), reopening.latest(cycle.id()))
                        .orElse(null)
                : null;
    }

    private List<RoundAct> roundActs(List<WorkItemView> waiting, CurrentUser user) {
        return waiting.stream()
                .map(WorkItemView::item)
                .filter(item -> item.process().equals("reporting-round"))
                .flatMap(item -> rounds.find(user.requiredGovernment(), item.businessKey()).stream()
                        .map(round -> roundAct(item, round, user)))
                .toList();
    }

    private RoundAct roundAct(WorkItem item, RoundView round, CurrentUser user) {
        long running =
                item.kind().equals("round-closing") ? progress(round, user).running() : 0;
        return new RoundAct(item, round, running > 0, running);
    }

    /** The round under way; of several the latest. */
    Optional<RoundView> openRound(CurrentUser user) {
        return rounds.of(user.requiredGovernment(), 0, 12).items().stream()
                .filter(round -> round.state() == RoundState.OPEN)
                .findFirst();
    }

    RoundProgress progress(RoundView round, CurrentUser user) {
        return cycles.progress(round.id(), user);
    }

    /** Cycles of the own unit that are no longer in its liaison's hands and do not wait for this person. */
    List<CycleView> submitted(RoundView round, List<OwedRow> owed, CurrentUser user) {
        Set<String> waiting = owed.stream().map(row -> row.cycle().id()).collect(Collectors.toSet());
        return all(round, user).stream()
                .filter(cycle -> user.isOfUnit(cycle.leadUnit()) && !waiting.contains(cycle.id()))
                .filter(cycle -> switch (cycle.state()) {
                    case UNIT_REVIEW, OFFICE_REVIEW, CLOSED -> true;
                    default -> false;
                })
                .toList();
    }

    /** The rungs with the late cycles on them; for people who see the whole government. */
    List<LadderBoards.Column> ladder(CurrentUser user) {
        return ladder.of(user);
    }

    /**
     * What becomes late or climbs within the next working days unless somebody acts.
     *
     * @param until the end of these days
     */
    record Soon(Instant until, List<CycleView> reports, List<Coming> rungs) {}

    Soon soon(List<LadderBoards.Column> board, CurrentUser user) {
        Instant until = workingDays.dueInstant(workingDays.plus(LocalDate.now(clock), SOON_DAYS));
        return new Soon(until, cycles.dueUntil(until, user), ladder.coming(board, user, until));
    }

    Slice<SlipView> openSlips(CurrentUser user) {
        return slips.list(new SlipFilter(null, null, null, true), user, 0, MOST_SLIPS);
    }

    private List<CycleView> all(RoundView round, CurrentUser user) {
        return cycles.list(CycleFilter.ofRound(round.id()), user, 0, Integer.MAX_VALUE)
                .items();
    }
}
