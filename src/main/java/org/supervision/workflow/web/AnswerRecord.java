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
 * Tells the trail of refusals, of files that were taken or looked at, of who tries one address after the other that is
 * not there or one wrong value after the other, and of who comes with credentials instead of a session. The same of the
 * same person is told of once a minute, the last once an hour
 * by each node: what is asked for again and again would drown everything else.
 */
@Component
class AnswerRecord {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final Duration SIGNED_IN = Duration.ofHours(1);

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

    /** By username and act. */
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
        tellOnce(user, AnswerGiven.REFUSED, address);
    }

    /** Somebody did too often what costs. */
    @Transactional
    public void slowed(CurrentUser user, String address) {
        tellOnce(user, AnswerGiven.SLOWED, address);
    }

    /** A file was too large, not what its name says, or of a kind that is not taken. */
    @Transactional
    public void fileRefused(CurrentUser user, String address) {
        tellOnce(user, AnswerGiven.FILE_REFUSED, address);
    }

    private void tellOnce(CurrentUser user, String act, String address) {
        if (isNews(user.username() + " " + act + " " + address, QUIET)) {
            events.publishEvent(new AnswerGiven(user.government(), act, address));
        }
    }

    /** Each call signs in anew: once an hour is told by which way, with which factors and from where. */
    @Transactional
    public void signedIn(CurrentUser user, String way, String factors, String from) {
        if (isNews(user.username() + " " + way + " " + factors + " " + from, SIGNED_IN)) {
            events.publishEvent(new CredentialsBrought(user.government(), user.username(), way, factors, from));
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
        tellStreak(user, AnswerGiven.PROBED, address);
    }

    /** What is sent is not what is asked for: people mistype once or twice, the tenth within a minute is told. */
    @Transactional
    public void invalid(CurrentUser user, String address) {
        tellStreak(user, AnswerGiven.GUESSED, address);
    }

    private void tellStreak(CurrentUser user, String act, String address) {
        if (isStreak(user.username() + " " + act)) {
            events.publishEvent(new AnswerGiven(user.government(), act, address));
        }
    }

    private boolean isStreak(String key) {
        Instant now = clock.instant();
        synchronized (streaks) {
            Streak before = streaks.get(key);
            boolean goesOn = before != null
                    && !now.isBefore(before.began())
                    && now.isBefore(before.began().plus(QUIET));
            Streak streak = goesOn ? new Streak(before.began(), before.length() + 1) : new Streak(now, 1);
            streaks.put(key, streak);
            return streak.length() == STREAK;
        }
    }

    private boolean isNews(String refusal, Duration quiet) {
        Instant now = clock.instant();
        synchronized (told) {
            Instant before = told.get(refusal);
            if (before != null && !now.isBefore(before) && now.isBefore(before.plus(quiet))) {
                return false;
            }
            told.remove(refusal);
            told.put(refusal, now);
            return true;
        }
    }
}
