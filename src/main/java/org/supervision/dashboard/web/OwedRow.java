package org.supervision.dashboard.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supervision.calendar.Deadline;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.SentBack;
import org.supervision.workflow.WorkItem;

/**
 * A work item on the desk with the cycle it is about.
 *
 * @param sentBack why it came back; {@code null} unless it is a returned report
 * @param deadline {@code null} for what has none
 */
record OwedRow(
        WorkItem item,
        CycleView cycle,
        @Nullable SentBack sentBack,
        @Nullable Deadline deadline,
        @Nullable Instant draftSavedAt) {

    /** In which order a desk shows what is owed. */
    enum Urgency {
        RETURNED,
        OVERDUE,
        TODAY,
        SOON,
        LATER
    }

    /** Soon is what a reminder slip would follow within days. */
    private static final int SOON_DAYS = 2;

    public Urgency urgency() {
        if (sentBack != null) {
            return Urgency.RETURNED;
        }
        if (deadline == null) {
            return Urgency.LATER;
        }
        if (deadline.isOverdue()) {
            return Urgency.OVERDUE;
        }
        return deadline.workingDays() == 0
                ? Urgency.TODAY
                : deadline.workingDays() <= SOON_DAYS ? Urgency.SOON : Urgency.LATER;
    }

    /** A part of somebody else's report. */
    public boolean isPart() {
        return item.kind().equals("partner-part");
    }

    /** Message key of what its button does. */
    public String act() {
        String start = "dashboard.desk.act." + item.kind();
        if (sentBack != null) {
            return start + ".again";
        }
        return draftSavedAt == null ? start : start + ".go-on";
    }
}
