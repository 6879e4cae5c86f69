package org.supervision.workflow.web;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets a wrong password delay the next attempt under its name, twice as long each time; nobody can lock another out for
 * good. Names nobody has are delayed alike, so that a delay tells nothing. Counted by each node for itself, on time that
 * really passes: the business clock can be set.
 */
@Component
class SignInDelays {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Names kept at most; the longest unused one makes room. */
    static final int MOST_NAMES = 10_000;

    /** No account has a longer one: what is beyond is not kept. */
    private static final int LONGEST_NAME = 64;

    private record Failures(int count, Duration until) {}

    private final Clock ticks;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** @param ticks read for elapsed time only */
    SignInDelays(Clock ticks) {
        this.ticks = ticks;
    }

    /** How long the next attempt has to wait still; zero if it may be made. */
    synchronized Duration remaining(String name) {
        Failures known = failures.get(key(name));
        Duration remaining = known == null ? Duration.ZERO : known.until().minus(elapsed());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** A wrong password was given; after a quiet time the count begins anew. */
    synchronized void count(String name) {
        Failures known = failures.get(key(name));
        boolean goesOn = known != null && known.until().plus(LONGEST).compareTo(elapsed()) > 0;
        int count = goesOn ? known.count() + 1 : 1;
        failures.put(key(name), new Failures(count, elapsed().plus(delay(count))));
    }

    /** The right password was given. */
    synchronized void forget(String name) {
        failures.remove(key(name));
    }

    private static Duration delay(int count) {
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(count - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticks.monotonicTime());
    }

    private static String key(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
