package org.supervision.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supervision.calendar.WorkingDays;
import org.supervision.workflow.WorkItem;

/**
 * Whether and how today's digest mentions a work item: when it comes in, some working days before it is due, and when it
 * has become overdue — each once. Chasing day after day is the ladder's business.
 */
final class DigestPolicy {

    /** Notices go with the digest of the morning. */
    static final LocalTime TIME = LocalTime.of(8, 0);

    private final WorkingDays workingDays;
    private final List<Integer> noticeDays;

    DigestPolicy(WorkingDays workingDays, List<Integer> noticeDays) {
        this.workingDays = workingDays;
        this.noticeDays = noticeDays.stream().sorted().toList();
    }

    /**
     * What the digest before has not told.
     *
     * @param lastDay its day
     * @param since the instant up to which it told
     */
    record Window(LocalDate lastDay, Instant since, Instant now) {

        LocalDate today() {
            return LocalDate.ofInstant(now, WorkingDays.ZONE);
        }
    }

    /** Nothing that is due later is mentioned today, unless it has just come in. */
    Instant horizon(Instant now) {
        int furthest = noticeDays.isEmpty() ? 0 : noticeDays.get(noticeDays.size() - 1);
        return workingDays.dueInstant(workingDays.plus(LocalDate.ofInstant(now, WorkingDays.ZONE), furthest + 1));
    }

    /**
     * The line about the item, the most urgent that applies.
     *
     * @param about the item in words
     */
    Optional<DigestLine> line(WorkItem item, String about, Window window) {
        Instant dueAt = item.dueAt();
        boolean isNew = item.createdAt().isAfter(window.since());
        if (dueAt == null) {
            return isNew ? Optional.of(line(item, DigestLine.UNDATED, about)) : Optional.empty();
        }
        if (!dueAt.isAfter(window.now())) {
            return dueAt.isAfter(window.since()) || isNew
                    ? Optional.of(line(item, DigestLine.OVERDUE, about, dueAt))
                    : Optional.empty();
        }
        Optional<DigestLine> notice = noticeDays.stream()
                .flatMap(days -> notice(item, about, dueAt, days, window).stream())
                .findFirst();
        return notice.isPresent() || !isNew ? notice : Optional.of(line(item, DigestLine.WAITING, about, dueAt));
    }

    /** A notice whose time precedes the step's start is not sent; one that was missed is, and says so. */
    private Optional<DigestLine> notice(WorkItem item, String about, Instant dueAt, int days, Window window) {
        LocalDate dueOn = LocalDate.ofInstant(dueAt, WorkingDays.ZONE);
        LocalDate noticeOn = workingDays.minus(dueOn, days);
        Instant noticeAt = noticeOn.atTime(TIME).atZone(WorkingDays.ZONE).toInstant();
        if (!noticeOn.isAfter(window.lastDay())
                || noticeOn.isAfter(window.today())
                || item.createdAt().isAfter(noticeAt)) {
            return Optional.empty();
        }
        int left = workingDays.between(window.today(), dueOn);
        return Optional.of(
                noticeOn.equals(window.today())
                        ? line(item, DigestLine.NOTICE, about, dueAt, left)
                        : line(item, DigestLine.LATE_NOTICE, about, dueAt, left, noticeAt));
    }

    private static DigestLine line(WorkItem item, String kind, Object... arguments) {
        return new DigestLine(kind, "work-item", item.id(), Stream.of(arguments).toList());
    }
}
