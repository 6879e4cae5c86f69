package org.supervision.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.Audience;
import org.supervision.workflow.WorkItem;

/**
 * Whether and how today's digest mentions a work item: when it comes in, some working days before it is due, and when it
 * has become overdue — each once. Chasing day after day is the ladder's business.
 */
final class DigestPolicy {

    /** Notices go with the digest of the morning. */
    static final LocalTime TIME = LocalTime.of(8, 0);

    private final WorkingDays workingDays;

    DigestPolicy(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * A line about a work item.
     *
     * @param audience who is told besides those it waits for
     */
    record Mention(DigestLine line, Set<Audience> audience) {}

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

    /**
     * The line about the item, the most urgent that applies.
     *
     * @param about the item in words
     * @param notices how many working days before it is due the item is mentioned, and to whom
     */
    Optional<Mention> mention(WorkItem item, String about, Window window, SortedMap<Integer, Set<Audience>> notices) {
        Instant dueAt = item.dueAt();
        boolean isNew = item.createdAt().isAfter(window.since());
        if (dueAt == null) {
            return isNew ? Optional.of(alone(line(item, DigestLine.UNDATED, about))) : Optional.empty();
        }
        if (!dueAt.isAfter(window.now())) {
            return dueAt.isAfter(window.since()) || isNew
                    ? Optional.of(alone(line(item, DigestLine.OVERDUE, about, dueAt)))
                    : Optional.empty();
        }
        Optional<Mention> notice = notices.entrySet().stream()
                .flatMap(
                        entry -> notice(item, about, dueAt, entry.getKey(), window)
                                .map(line -> new Mention(line, entry.getValue()))
                                .stream())
                .findFirst();
        return notice.isPresent() || !isNew ? notice : Optional.of(alone(line(item, DigestLine.WAITING, about, dueAt)));
    }

    private static Mention alone(DigestLine line) {
        return new Mention(line, Set.of());
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
