package org.supervision.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.shared.AuditableEvent;
import org.supervision.workflow.EngineTime;

/** Moves the simulated clock and lets everything happen that is due on the way, each at its own instant. */
@Component
@Profile("demo")
public class TimeTravel {

    /** Something that happened on the way. */
    public record Effect(Instant at, @Nullable String government, String act, String objectType, String objectId) {}

    /** @param now where the clock stands after the move */
    public record Journey(Instant now, int jobsExecuted, List<Effect> effects) {}

    private final SimulatedClock clock;
    private final EngineTime engineTime;
    private final AsyncTaskExecutor afterCommit;
    private final ThreadLocal<List<Effect>> collected = new ThreadLocal<>();

    TimeTravel(
            SimulatedClock clock, EngineTime engineTime, @Qualifier("noticeExecutor") AsyncTaskExecutor afterCommit) {
        this.clock = clock;
        this.engineTime = engineTime;
        this.afterCommit = afterCommit;
    }

    /** Sets the clock forward or back; what has fired stays fired. One journey at a time. */
    public synchronized Journey to(Instant target) {
        List<Effect> effects = new ArrayList<>();
        AtomicInteger executed = new AtomicInteger();
        SecurityContext traveller = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        collected.set(effects);
        try {
            engineTime.whilePaused(() -> {
                boolean back = target.isBefore(clock.instant());
                executed.addAndGet(runDue());
                for (var next = engineTime.nextDueAfterNow(target);
                        next.isPresent();
                        next = engineTime.nextDueAfterNow(target)) {
                    clock.set(next.get());
                    executed.addAndGet(runDue());
                }
                clock.set(target);
                if (back) {
                    engineTime.restartRhythms();
                }
                executed.addAndGet(runDue());
            });
        } finally {
            collected.remove();
            SecurityContextHolder.setContext(traveller);
        }
        return new Journey(clock.instant(), executed.get(), effects);
    }

    /** Runs what is due and waits until people have been told, which in turn may let something be due. */
    private int runDue() {
        int executed = 0;
        int before;
        do {
            before = executed;
            executed += engineTime.runDue();
            settle();
        } while (executed > before);
        return executed;
    }

    /** Waits for the listeners that act after a commit: they share one thread and keep the order. */
    private void settle() {
        try {
            afterCommit.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted on the way", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @EventListener
    void collect(AuditableEvent event) {
        List<Effect> effects = collected.get();
        if (effects != null) {
            effects.add(
                    new Effect(clock.instant(), event.government(), event.act(), event.objectType(), event.objectId()));
        }
    }
}
