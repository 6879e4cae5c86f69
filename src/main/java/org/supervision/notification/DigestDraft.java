package org.supervision.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines of one recipient's digest while they are collected; of each kind only the first are told one by one. */
final class DigestDraft {

    /** More would not be read; a robot's message would not take more either. */
    private static final int MOST_LINES = 20;

    private final List<DigestLine> overdue = new ArrayList<>();
    private final List<DigestLine> notices = new ArrayList<>();
    private final List<DigestLine> waiting = new ArrayList<>();
    private final List<DigestLine> entries = new ArrayList<>();

    void add(DigestLine line) {
        if (line.kind().equals(DigestLine.OVERDUE)) {
            overdue.add(line);
        } else if (line.isNotice()) {
            notices.add(line);
        } else if (line.isWaiting()) {
            waiting.add(line);
        } else {
            entries.add(line);
        }
    }

    int overdue() {
        return overdue.size();
    }

    int notices() {
        return notices.size();
    }

    int waiting() {
        return waiting.size();
    }

    boolean isEmpty() {
        return overdue.isEmpty() && notices.isEmpty() && waiting.isEmpty() && entries.isEmpty();
    }

    /** Whether time is pressing, so that it is told even to somebody who sees the portal only. */
    boolean isPressing() {
        return !overdue.isEmpty() || !notices.isEmpty();
    }

    List<DigestLine> lines() {
        return Stream.of(overdue, notices, waiting, entries)
                .flatMap(DigestDraft::first)
                .toList();
    }

    private static Stream<DigestLine> first(List<DigestLine> lines) {
        return lines.size() <= MOST_LINES
                ? lines.stream()
                : Stream.concat(
                        lines.stream().limit(MOST_LINES),
                        Stream.of(new DigestLine(DigestLine.REST, "none", "", List.of(lines.size() - MOST_LINES))));
    }
}
