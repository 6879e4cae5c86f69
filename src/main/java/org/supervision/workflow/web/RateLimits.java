package org.supervision.workflow.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.supervision.workflow.web.Limits.Limit;

/** Counts what costs, for each person or address by itself, by each node for itself, on time that really passes. */
@Component
@EnableConfigurationProperties(Limits.class)
class RateLimits {

    /** People and addresses kept at most for each act; whoever has done nothing for the longest time makes room. */
    static final int MOST = 10_000;

    private final Limits limits;
    private final TimeMeter ticks;
    private final Map<LimitedAct, Map<String, Bucket>> buckets = new EnumMap<>(LimitedAct.class);

    RateLimits(Limits limits, Clock ticks) {
        this.limits = limits;
        this.ticks = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ticks.monotonicTime();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        Arrays.stream(LimitedAct.values()).forEach(act -> buckets.put(act, new Kept()));
    }

    private static class Kept extends LinkedHashMap<String, Bucket> {

        private static final long serialVersionUID = 1L;

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    }

    /** Counts one more; how long that has to wait, zero if it may be done. */
    Duration take(LimitedAct act, String who) {
        return limits.of(act).times() == 0
                ? Duration.ZERO
                : Duration.ofNanos(
                        bucket(act, who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** What was counted was none. */
    void giveBack(LimitedAct act, String who) {
        if (limits.of(act).times() > 0) {
            bucket(act, who).addTokens(1);
        }
    }

    private Bucket bucket(LimitedAct act, String who) {
        Map<String, Bucket> kept = buckets.get(act);
        synchronized (kept) {
            return kept.computeIfAbsent(who, key -> bucket(limits.of(act)));
        }
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(limited -> limited.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                .withCustomTimePrecision(ticks)
                .build();
    }

    /** Whoever has one IPv6 address has the other 2^64 of its network too. */
    static String network(String address) {
        return address.contains(":")
                ? Arrays.stream(address.split(":")).limit(4).collect(Collectors.joining(":"))
                : address;
    }
}
