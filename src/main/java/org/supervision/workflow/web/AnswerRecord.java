package org.supervision.workflow.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;

/**
 * Tells the trail of refusals and of files that were taken. The same refusal of the same person is told of once a minute
 * by each node: what is asked for again and again would drown everything else.
 */
@Component
class AnswerRecord {

    private static final Duration QUIET = Duration.ofMinutes(1);

    /** People and addresses that are remembered at most; then the oldest are forgotten. */
    private static final int REMEMBERED = 10_000;

    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Instant> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    AnswerRecord(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void refused(CurrentUser user, String address) {
        if (isNews(user.username() + " " + address)) {
            events.publishEvent(new AnswerGiven(user.government(), AnswerGiven.REFUSED, address));
        }
    }

    @Transactional
    public void taken(CurrentUser user, String address) {
        events.publishEvent(new AnswerGiven(user.government(), AnswerGiven.TAKEN, address));
    }

    private boolean isNews(String refusal) {
        Instant now = clock.instant();
        synchronized (told) {
            Instant before = told.get(refusal);
            if (before != null && !now.isBefore(before) && now.isBefore(before.plus(QUIET))) {
                return false;
            }
            told.remove(refusal);
            told.put(refusal, now);
            return true;
        }
    }
}
