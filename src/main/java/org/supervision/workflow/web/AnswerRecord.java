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
 * Tells the trail of refusals, of files that were taken or looked at, and of who tries one address after the other that is
 * not there. The same refusal of the same person is told of once a minute
 * by each node: what is asked for again and again would drown everything else.
 */
@Component
class AnswerRecord {

    private static final Duration QUIET = Duration.ofMinutes(1);

    /** So many addresses within {@link #QUIET} that are not there are no slip of the pen. */
    static final int STREAK = 10;

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

    private record Streak(Instant began, int length) {}

    /** By username. */
    private final Map<String, Streak> streaks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Streak> eldest) {
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

    @Transactional
    public void viewed(CurrentUser user, String address) {
        events.publishEvent(new AnswerGiven(user.government(), AnswerGiven.VIEWED, address));
    }

    /** The tenth within a minute is told, with its address, and nothing more until the minute is over. */
    @Transactional
    public void notFound(CurrentUser user, String address) {
        if (isStreak(user.username())) {
            events.publishEvent(new AnswerGiven(user.government(), AnswerGiven.PROBED, address));
        }
    }

    private boolean isStreak(String username) {
        Instant now = clock.instant();
        synchronized (streaks) {
            Streak before = streaks.get(username);
            boolean goesOn = before != null
                    && !now.isBefore(before.began())
                    && now.isBefore(before.began().plus(QUIET));
            Streak streak = goesOn ? new Streak(before.began(), before.length() + 1) : new Streak(now, 1);
            streaks.put(username, streak);
            return streak.length() == STREAK;
        }
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
