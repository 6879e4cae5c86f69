package org.supervision.changerequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was changed in the plan of a key task on request: published as adjusted, with the value before. */
@Service
public class Adjustments {

    /**
     * One granted change of the plan or of the lead.
     *
     * @param approvedBy name of the person whose grant let it come true
     */
    public record Adjustment(
            String requestId,
            ChangedField field,
            @Nullable String before,
            String after,
            String reason,
            String approvedBy,
            Instant approvedAt) {}

    private final ChangeRequestStore store;

    Adjustments(ChangeRequestStore store) {
        this.store = store;
    }

    /** Oldest first. */
    public List<Adjustment> of(String keyTaskId) {
        List<ChangeRequest> granted = java.util.stream.Stream.of(ChangeKind.PLAN_CHANGE, ChangeKind.LEAD_CHANGE)
                .flatMap(kind -> store.granted(kind, keyTaskId, null).stream())
                .sorted(java.util.Comparator.comparing(ChangeRequest::endedAt))
                .toList();
        Map<String, List<ChangeDecision>> decisions =
                store.decisions(granted.stream().map(ChangeRequest::id).toList());
        return granted.stream()
                .map(request -> {
                    List<ChangeDecision> of = decisions.get(request.id());
                    ChangeDecision last = of.get(of.size() - 1);
                    return new Adjustment(
                            request.id(),
                            request.field(),
                            request.before(),
                            request.after(),
                            request.reason(),
                            last.decidedByName(),
                            last.decidedAt());
                })
                .toList();
    }
}
