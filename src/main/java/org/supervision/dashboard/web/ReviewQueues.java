package org.supervision.dashboard.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.reporting.ActUndoing;
import org.supervision.reporting.CheckRule;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.InspectionViews;
import org.supervision.reporting.ReportBurden;
import org.supervision.reporting.SimilarReports;
import org.supervision.reporting.SpotChecks;
import org.supervision.reporting.StandingDoubts;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems.WorkItemDetail;

/** What waits for reviewers, in the order in which they should look at it. */
@Component
class ReviewQueues {

    private static final String DECISION = "decision";
    private static final String DESK = "/";

    private final Desks desks;
    private final KeyTaskLamps lamps;
    private final StandingDoubts doubts;
    private final SpotChecks spotChecks;
    private final InspectionViews inspections;
    private final ActUndoing undoing;
    private final SimilarReports similar;
    private final ReportBurden burden;
    private final CurrentUsers currentUsers;

    ReviewQueues(
            Desks desks,
            KeyTaskLamps lamps,
            StandingDoubts doubts,
            SpotChecks spotChecks,
            InspectionViews inspections,
            ActUndoing undoing,
            SimilarReports similar,
            ReportBurden burden,
            CurrentUsers currentUsers) {
        this.desks = desks;
        this.lamps = lamps;
        this.doubts = doubts;
        this.spotChecks = spotChecks;
        this.inspections = inspections;
        this.undoing = undoing;
        this.similar = similar;
        this.burden = burden;
        this.currentUsers = currentUsers;
    }

    /**
     * Where a review stands in the queue of whoever does it.
     *
     * @param place from 1
     * @param before address of the one before, null for none
     * @param after of the one that follows
     */
    record Place(QueuedReview review, int place, int length, @Nullable String before, @Nullable String after) {}

    /** Riskiest first. */
    List<QueuedReview> of(Collection<OwedRow> rows) {
        List<String> cycles = rows.stream().map(row -> row.cycle().id()).toList();
        Map<String, List<QuarterLamp>> lastFour =
                lamps.lastFour(rows.stream().map(row -> row.cycle().keyTaskId()).toList());
        Map<String, List<CheckRule>> doubtful = doubts.of(cycles);
        Set<String> sampled = spotChecks.among(cycles);
        Set<String> foundWrong = inspections.contradicted(cycles);
        return rows.stream()
                .map(row -> new QueuedReview(
                        row,
                        lastFour.getOrDefault(row.cycle().keyTaskId(), List.of()),
                        doubtful.getOrDefault(row.cycle().id(), List.of()),
                        sampled.contains(row.cycle().id()),
                        foundWrong.contains(row.cycle().id())))
                .sorted(QueuedReview.RISKIEST_FIRST)
                .toList();
    }

    /** The office sees all reports of a round; the leader of a unit none of another. */
    private static boolean readsAll(WorkItemDetail detail) {
        return detail.item().kind().equals("office-review");
    }

    static boolean isReview(WorkItemDetail detail) {
        return detail.form().field(DECISION).isPresent();
    }

    /**
     * Shows a review among the others of its kind: the way to its neighbours, whether one key approves it, what reads much
     * like it, and what it has cost its unit.
     */
    void addTo(ModelAndView page, WorkItemDetail detail) {
        page.addObject("place", isReview(detail) ? placeOf(detail.item()).orElse(null) : null);
        page.addObject("undo", isReview(detail) ? undoing.latestOffer().orElse(null) : null);
        page.addObject("similar", readsAll(detail) ? similar.of(detail.item().businessKey()) : List.of());
        page.addObject(
                "asked",
                isReview(detail) ? burden.repeated(detail.item().businessKey()).orElse(null) : null);
    }

    /** Where somebody goes on who has just done it: to the next review, else to the desk. */
    String afterwards(WorkItemDetail detail) {
        return isReview(detail)
                ? placeOf(detail.item())
                        .map(place -> place.after() == null ? place.before() : place.after())
                        .orElse(DESK)
                : DESK;
    }

    /**
     * What approves a report in the unit's own words.
     *
     * @throws DomainException if it deserves a closer look
     */
    Map<String, Object> cleanApproval(WorkItemDetail detail) {
        CycleView cycle = placeOf(detail.item())
                .map(Place::review)
                .filter(QueuedReview::isClean)
                .map(QueuedReview::cycle)
                .orElseThrow(() -> DomainException.invalidField(DECISION, "dashboard.review.not-clean"));
        Map<String, Object> values = new HashMap<>(Map.of(DECISION, "APPROVE"));
        detail.form()
                .field("verdict")
                .ifPresent(field -> values.put(field.key(), cycle.unitVerdict().name()));
        return values;
    }

    /** Empty unless it waits for the person who is acting. */
    private Optional<Place> placeOf(WorkItem item) {
        List<QueuedReview> queue = of(desks.owed(currentUsers.required()).stream()
                .filter(row -> row.item().kind().equals(item.kind()))
                .toList());
        return IntStream.range(0, queue.size())
                .filter(at -> queue.get(at).row().item().id().equals(item.id()))
                .mapToObj(at ->
                        new Place(queue.get(at), at + 1, queue.size(), address(queue, at - 1), address(queue, at + 1)))
                .findFirst();
    }

    private static @Nullable String address(List<QueuedReview> queue, int at) {
        return at < 0 || at >= queue.size()
                ? null
                : "/work-items/" + queue.get(at).row().item().id();
    }
}
