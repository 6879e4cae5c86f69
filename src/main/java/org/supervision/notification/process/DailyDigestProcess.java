package org.supervision.notification.process;

import java.time.Clock;
import java.time.LocalDate;
import org.supervision.calendar.WorkingDays;
import org.supervision.workflow.ProcessBean;

/** What {@code daily-digest.bpmn} asks. It runs for the whole installation, so it holds no business data. */
@ProcessBean("dailyDigest")
class DailyDigestProcess {

    /** Whether more messages wait than one step has handed over. */
    static final String MORE = "moreToHandOver";

    private final WorkingDays workingDays;
    private final Clock clock;

    DailyDigestProcess(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public boolean isWorkingDay() {
        return workingDays.isWorkingDay(LocalDate.now(clock));
    }
}
