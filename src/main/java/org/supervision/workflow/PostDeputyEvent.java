package org.supervision.workflow;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to a deputy's time in a post; told to the trail and to its process. */
public sealed interface PostDeputyEvent extends AuditableEvent {

    PostDeputy deputy();

    @Override
    default String government() {
        return deputy().government();
    }

    @Override
    default String objectType() {
        return "post-deputy";
    }

    @Override
    default String objectId() {
        return deputy().id();
    }

    @Override
    default Map<String, Change> changes() {
        return Map.of(
                "standIn", new Change(null, deputy().deputyName()),
                "post", new Change(null, deputy().post().toString()),
                "firstDay", new Change(null, deputy().startsOn().toString()),
                "lastDay", new Change(null, deputy().endsOn().toString()));
    }

    /** The holder of the post has named the deputy. */
    record DeputyNamed(PostDeputy deputy) implements PostDeputyEvent {
        @Override
        public String act() {
            return "name-deputy";
        }
    }

    /** From now on the deputy holds the post too. */
    record DeputyBegan(PostDeputy deputy) implements PostDeputyEvent {
        @Override
        public String act() {
            return "begin-deputy";
        }
    }

    /** From now on the deputy holds it no more, or never will. */
    record DeputyEnded(PostDeputy deputy) implements PostDeputyEvent {
        @Override
        public String act() {
            return "end-deputy";
        }
    }
}
