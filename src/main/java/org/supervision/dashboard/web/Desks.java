package org.supervision.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.Deadlines;
import org.supervision.dashboard.web.OwedRow.Urgency;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReportVersion.SignedReview;
import org.supervision.reporting.RoundProgress;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Slice;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemView;

/** Reads what the desks show. */
@Component
class Desks {

    /** More than this many nobody works through in a day; the rest is in the round's list. */
    static final int MOST_ITEMS = 500;

    private static final int MOST_SLIPS = 8;

    private final WorkItems workItems;
    private final CycleViews cycles;
    private final RoundViews rounds;
    private final SlipViews slips;
    private final Deadlines deadlines;

    Desks(WorkItems workItems, CycleViews cycles, RoundViews rounds, SlipViews slips, Deadlines deadlines) {
        this.workItems = workItems;
        this.cycles = cycles;
        this.rounds = rounds;
        this.slips = slips;
        this.deadlines = deadlines;
    }

    /** What waits for the person at cycles, the most urgent first. */
    List<OwedRow> owed(CurrentUser user) {
        List<WorkItemView> waiting = workItems.mine(0, MOST_ITEMS).items().stream()
                .filter(line -> line.subject().cycleId() != null)
                .toList();
        Map<String, CycleView> about = cycles.byIds(
                waiting.stream().map(line -> line.item().businessKey()).toList(), user);
        List<OwedRow> rows = new ArrayList<>();
        for (WorkItemView line : waiting) {
            CycleView cycle = about.get(line.item().businessKey());
            if (cycle != null) {
                rows.add(new OwedRow(
                        line.item(),
                        cycle,
                        returnedBy(line, cycle, user),
                        deadlines.of(line.item().dueAt()),
                        line.draftSavedAt()));
            }
        }
        return rows;
    }

    static SortedMap<Urgency, List<OwedRow>> byUrgency(List<OwedRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(OwedRow::urgency, TreeMap::new, Collectors.toList()));
    }

    private @Nullable SignedReview returnedBy(WorkItemView line, CycleView cycle, CurrentUser user) {
        if (!cycle.returned() || !line.item().kind().equals("progress-report")) {
            return null;
        }
        return cycles.detail(cycle.id(), user).reports().stream()
                .findFirst()
                .map(ReportVersion::reviews)
                .filter(reviews -> !reviews.isEmpty())
                .map(reviews -> reviews.get(reviews.size() - 1))
                .orElse(null);
    }

    /** The rounds for which an act of the person waits, with the kind of the act. */
    Map<RoundView, String> roundActs(CurrentUser user) {
        Map<String, String> kinds = workItems.mine(0, MOST_ITEMS).items().stream()
                .map(WorkItemView::item)
                .filter(item -> item.process().equals("reporting-round"))
                .collect(Collectors.toMap(item -> item.businessKey(), item -> item.kind(), (one, other) -> one));
        Map<RoundView, String> acts = new LinkedHashMap<>();
        for (RoundView round : recentRounds(user)) {
            String kind = kinds.get(round.id());
            boolean early = "round-closing".equals(kind)
                    && !cycles.progress(round.id(), user).isAllClosed();
            if (kind != null && !early) {
                acts.put(round, kind);
            }
        }
        return acts;
    }

    /** The round under way; of several the latest. */
    Optional<RoundView> openRound(CurrentUser user) {
        return recentRounds(user).stream()
                .filter(round -> round.state() == RoundState.OPEN)
                .findFirst();
    }

    RoundProgress progress(RoundView round, CurrentUser user) {
        return cycles.progress(round.id(), user);
    }

    /** Reports that are late, longest first. */
    List<CycleView> overdue(RoundView round, CurrentUser user) {
        return all(round, user).stream()
                .filter(CycleView::overdue)
                .sorted(Comparator.comparing(CycleView::reportDueAt))
                .toList();
    }

    /** Reported, but behind schedule: the office's verdict counts where there is one. */
    List<CycleView> behind(RoundView round, CurrentUser user) {
        return all(round, user).stream()
                .filter(cycle ->
                        (cycle.officeVerdict() == null ? cycle.unitVerdict() : cycle.officeVerdict()) == Verdict.BEHIND)
                .toList();
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

    Slice<SlipView> openSlips(CurrentUser user) {
        return slips.list(new SlipFilter(null, null, null, true), user, 0, MOST_SLIPS);
    }

    private List<CycleView> all(RoundView round, CurrentUser user) {
        return cycles.list(CycleFilter.ofRound(round.id()), user, 0, Integer.MAX_VALUE)
                .items();
    }

    private List<RoundView> recentRounds(CurrentUser user) {
        return rounds.of(user.requiredGovernment(), 0, 12).items();
    }
}
