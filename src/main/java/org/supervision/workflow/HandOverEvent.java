package org.supervision.workflow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.supervision.identity.GroupPath;
import org.supervision.shared.AuditableEvent;

/** What happens to a hand-over; told to the trail, to its process and to what belongs to the persons. */
public sealed interface HandOverEvent extends AuditableEvent {

    HandOver handOver();

    @Override
    default String government() {
        return handOver().government();
    }

    @Override
    default String objectType() {
        return "hand-over";
    }

    @Override
    default String objectId() {
        return handOver().id();
    }

    @Override
    default Map<String, Change> changes() {
        List<GroupPath> posts = handOver().posts();
        return Map.of(
                "holder", new Change(handOver().leaver(), handOver().successorName()),
                "posts",
                        new Change(null, posts.stream().map(GroupPath::toString).collect(Collectors.joining(" "))),
                "startsOn", new Change(null, handOver().startsOn().toString()));
    }

    /** It takes effect on a day to come. */
    record HandOverPlanned(HandOver handOver) implements HandOverEvent {
        @Override
        public String act() {
            return "plan-hand-over";
        }
    }

    /** The posts have passed. */
    record HandedOver(HandOver handOver) implements HandOverEvent {
        @Override
        public String act() {
            return "hand-over";
        }
    }

    /** It was called off before its day. */
    record HandOverWithdrawn(HandOver handOver) implements HandOverEvent {
        @Override
        public String act() {
            return "withdraw-hand-over";
        }
    }
}
