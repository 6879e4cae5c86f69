package org.supervision.workflow.web;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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

    /** Names kept at most; when they are more, those with the fewest wrong passwords make room. */
    static final int MOST_NAMES = 10_000;

    /** No account has a longer one: what is beyond is not kept. */
    private static final int LONGEST_NAME = 64;

    private record Failures(int count, Duration until) {}

    private final Clock ticks;

    private final Map<String, Failures> failures = new LinkedHashMap<>();

    /** Of the attempts under one name one is made at a time: what many make at once would not be counted in time. */
    private final Object[] turns = Stream.generate(Object::new).limit(256).toArray();

    /** @param ticks read for elapsed time only */
    SignInDelays(Clock ticks) {
        this.ticks = ticks;
    }

    /**
     * Looks at a password, unless it is too soon for that.
     *
     * @throws SignInTooSoonException before the delay is over
     */
    boolean attempt(String name, BooleanSupplier isRight) {
        synchronized (turns[Math.floorMod(key(name).hashCode(), turns.length)]) {
            Duration remaining = remaining(name);
            if (!remaining.isZero()) {
                throw new SignInTooSoonException(remaining);
            }
            boolean right = isRight.getAsBoolean();
            if (right) {
                forget(name);
            } else {
                count(name);
            }
            return right;
        }
    }

    /** How long the next attempt has to wait still; zero if it may be made. */
    synchronized Duration remaining(String name) {
        Failures known = failures.get(key(name));
        Duration remaining = known == null ? Duration.ZERO : known.until().minus(elapsed());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** A wrong password was given; after a quiet time the count begins anew. */
    synchronized void count(String name) {
        Failures known = failures.remove(key(name));
        int count = known != null && !isOver(known) ? known.count() + 1 : 1;
        if (failures.size() >= MOST_NAMES) {
            makeRoom();
        }
        failures.put(key(name), new Failures(count, elapsed().plus(delay(count))));
    }

    /** The right password was given. */
    synchronized void forget(String name) {
        failures.remove(key(name));
    }

    /** Whoever tries many names once drives none out that many were tried for; a tenth goes at once, as that costs. */
    private void makeRoom() {
        failures.values().removeIf(this::isOver);
        int most = MOST_NAMES - MOST_NAMES / 10;
        failures.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getValue().count()))
                .limit(Math.max(0, failures.size() - most))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(failures::remove);
    }

    private boolean isOver(Failures known) {
        return known.until().plus(LONGEST).compareTo(elapsed()) <= 0;
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
