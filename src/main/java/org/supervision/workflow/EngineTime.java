package org.supervision.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's time and its due jobs, for a simulated clock and for tests; production never calls it. */
@Component
public class EngineTime {

    private static final Logger log = LoggerFactory.getLogger(EngineTime.class);

    private final ObjectProvider<ProcessEngine> engine;

    EngineTime(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Shifts the engine's clock against the system's; it goes on ticking. */
    public void shift(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    /** Runs the body as the engine itself, of no person or government, while no job executor of this node takes jobs. */
    public void whilePaused(Runnable body) {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor();
        IdentityService identity = engine.getObject().getIdentityService();
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        boolean wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            body.run();
        } finally {
            if (wasActive) {
                executor.start();
            }
            identity.setAuthentication(person);
        }
    }

    /** The earliest instant up to the given one at which a job becomes due; jobs due now are none of them. */
    public Optional<Instant> nextDueAfterNow(Instant until) {
        return management()
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(ClockUtil.getCurrentTime())
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    /** After the clock was set back: what starts by a rhythm does so from now on, not only once the old time returns. */
    public void restartRhythms() {
        management().createJobQuery().timers().active().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerType().equals(TimerStartEventJobHandler.TYPE))
                .forEach(job -> management().recalculateJobDuedate(job.getId(), false));
    }

    /** Runs every job that is due now, and those that they create, until none is left; answers how many succeeded. */
    public int runDue() {
        int executed = 0;
        Set<String> failed = new HashSet<>();
        while (true) {
            List<Job> due =
                    management().createJobQuery().active().executable().orderByJobDuedate().asc().list().stream()
                            .filter(job -> !failed.contains(job.getId()))
                            .toList();
            if (due.isEmpty()) {
                return executed;
            }
            for (Job job : due) {
                if (run(job)) {
                    executed++;
                } else {
                    failed.add(job.getId());
                }
            }
        }
    }

    /** A job that fails keeps its incident and its retries, as under the job executor; the others go on. */
    private boolean run(Job job) {
        if (management().createJobQuery().jobId(job.getId()).count() == 0) {
            return false;
        }
        try {
            management().executeJob(job.getId());
            return true;
        } catch (RuntimeException e) {
            log.warn("Job {} of {} failed", job.getId(), job.getProcessDefinitionKey(), e);
            return false;
        }
    }

    private ManagementService management() {
        return engine.getObject().getManagementService();
    }
}
