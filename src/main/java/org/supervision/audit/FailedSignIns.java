package org.supervision.audit;

import io.micrometer.core.instrument.Clock;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.shared.AuditableEvent.Change;

/**
 * Records attempts to sign in that failed, however many there are: the first of its kind at once, those that follow within
 * a minute as one entry with their number. More kinds at once than fit are counted together.
 */
@Component
class FailedSignIns {

    /** Kinds told of one by one at the same time. */
    static final int MOST = 200;

    static final Duration QUIET = Duration.ofMinutes(1);
    static final String UNKNOWN = "unknown";

    private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);
    private static final Attempt OTHERS = new Attempt(null, UNKNOWN, "*", "many");

    /**
     * One kind of attempt.
     *
     * @param account username of an account that exists, or {@link #UNKNOWN}
     * @param address the caller's
     */
    record Attempt(@Nullable String government, String account, String address, String reason) {}

    private static class Quiet {
        private final Duration until;
        private long more;

        private Quiet(Duration until) {
            this.until = until;
        }
    }

    private final AuditEntries entries;
    private final TransactionTemplate transaction;
    private final Clock ticks;
    private final Map<Attempt, Quiet> quiet = new LinkedHashMap<>();

    /** @param ticks read for elapsed time only: the business clock can be set */
    FailedSignIns(AuditEntries entries, TransactionTemplate transaction, Clock ticks) {
        this.entries = entries;
        this.transaction = transaction;
        this.ticks = ticks;
    }

    void add(Attempt attempt) {
        if (isFirst(attempt)) {
            write(attempt, 1);
        }
    }

    private synchronized boolean isFirst(Attempt attempt) {
        Quiet known = quiet.get(attempt);
        boolean fits = quiet.size() < MOST;
        if (known == null && fits) {
            quiet.put(attempt, new Quiet(elapsed().plus(QUIET)));
            return true;
        }
        (known != null
                        ? known
                        : quiet.computeIfAbsent(
                                OTHERS, all -> new Quiet(elapsed().plus(QUIET))))
                .more++;
        return false;
    }

    /** Tells how often it happened where the quiet time is over. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void tell() {
        tell(elapsed());
    }

    /** Nothing is lost with the application. */
    @PreDestroy
    void tellAll() {
        tell(elapsed().plus(QUIET));
    }

    private void tell(Duration now) {
        for (Map.Entry<Attempt, Quiet> over : over(now)) {
            try {
                write(over.getKey(), over.getValue().more);
            } catch (RuntimeException e) {
                log.error(
                        "{} more failed attempts to sign in are not in the trail: {}",
                        over.getValue().more,
                        over.getKey(),
                        e);
            }
        }
    }

    private synchronized List<Map.Entry<Attempt, Quiet>> over(Duration now) {
        List<Map.Entry<Attempt, Quiet>> over = new ArrayList<>();
        Iterator<Map.Entry<Attempt, Quiet>> all = quiet.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Attempt, Quiet> each = all.next();
            if (each.getValue().until.compareTo(now) <= 0) {
                all.remove();
                if (each.getValue().more > 0) {
                    over.add(Map.entry(each.getKey(), each.getValue()));
                }
            }
        }
        return over;
    }

    private void write(Attempt attempt, long times) {
        Map<String, Change> told = new LinkedHashMap<>();
        told.put("signIn.address", new Change(null, attempt.address()));
        told.put("signIn.reason", new Change(null, attempt.reason()));
        if (times > 1 || attempt.equals(OTHERS)) {
            told.put("signIn.times", new Change(null, String.valueOf(times)));
        }
        transaction.executeWithoutResult(status -> entries.add(
                attempt.government(),
                AuditEntry.ANONYMOUS,
                null,
                SignInRecorder.FAILED,
                SignInRecorder.OBJECT_TYPE,
                attempt.account(),
                told));
    }

    private Duration elapsed() {
        return Duration.ofNanos(ticks.monotonicTime());
    }
}
