package org.supervision.escalation.web;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.NumberWords;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemView;

/** Signs several drafted orders in one request: each by completing its own work item, so that one refusal stops no other. */
@Component
class OrderSignatures {

    private static final String SIGNATURE = "order-signature";

    /** More than this many wait on no desk. */
    private static final int MOST = 500;

    private final WorkItems workItems;
    private final SlipViews slips;
    private final Appeals appeals;
    private final CurrentUsers currentUsers;
    private final Refusals words;
    private final NumberWords numbers;

    OrderSignatures(
            WorkItems workItems,
            SlipViews slips,
            Appeals appeals,
            CurrentUsers currentUsers,
            Refusals words,
            NumberWords numbers) {
        this.workItems = workItems;
        this.slips = slips;
        this.appeals = appeals;
        this.currentUsers = currentUsers;
        this.words = words;
        this.numbers = numbers;
    }

    /**
     * What became of one.
     *
     * @param text its number, or why it is not signed
     */
    record Signature(String slipId, boolean signed, String about, String text) implements Serializable {}

    /** What waits for the person at drafts, by the id of the slip. */
    Map<String, WorkItem> waiting() {
        return workItems.mine(0, MOST).items().stream()
                .map(WorkItemView::item)
                .filter(item -> isSignature(item) || item.kind().equals("interview-decision"))
                .collect(Collectors.toMap(WorkItem::businessKey, item -> item));
    }

    /** What waits for the person at a slip or at the appeal against it. */
    Optional<WorkItem> waitingAt(SlipView slip) {
        return Stream.concat(
                        workItems.mineAt(slip.id()).stream(),
                        appeals.of(slip.id()).stream().flatMap(appeal -> workItems.mineAt(appeal.id()).stream()))
                .findFirst();
    }

    static boolean isSignature(WorkItem item) {
        return item.kind().equals(SIGNATURE);
    }

    /** With the requirement of its draft; an empty limit leaves what the draft names or the ladder says. */
    List<Signature> sign(List<String> slipIds, String limitOn) {
        return slipIds.stream()
                .distinct()
                .limit(MOST)
                .map(id -> sign(visible(id), limitOn))
                .toList();
    }

    private Signature sign(SlipView slip, String limitOn) {
        String about = words.text(
                "escalation.signature.about", List.of(String.valueOf(slip.keyTaskNumber()), slip.unitName()));
        try {
            complete(slip.id(), limitOn);
            SlipView signed = visible(slip.id());
            return new Signature(
                    slip.id(),
                    true,
                    about,
                    numbers.own(
                            signed.kind(),
                            Objects.requireNonNull(signed.year()),
                            Objects.requireNonNull(signed.number())));
        } catch (DomainException refusal) {
            return new Signature(slip.id(), false, about, words.wholeMessage(refusal));
        }
    }

    private void complete(String slipId, String limitOn) {
        WorkItem item = workItems.mineAt(slipId).stream()
                .filter(OrderSignatures::isSignature)
                .findFirst()
                .orElseThrow(() -> new DomainException(Kind.CONFLICT, "escalation.signature.gone"));
        Map<String, Object> values = new HashMap<>(workItems.get(item.id()).values());
        values.put("decision", "SIGN");
        if (!limitOn.isBlank()) {
            values.put("limitOn", limitOn);
        }
        workItems.complete(item.id(), values, Map.of());
    }

    private SlipView visible(String slipId) {
        return slips.find(slipId, currentUsers.required()).orElseThrow(() -> DomainException.notFound(slipId));
    }
}
