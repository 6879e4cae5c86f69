package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.WorkingDays;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReviewDecision;
import org.supervision.reporting.ReviewStep;
import org.supervision.reporting.RoundViews.RoundView;

/** Who has had a cycle for how many working days, in order. */
@Component
class Holders {

    /** Whose turn it was. */
    enum Holder {
        PARTNERS,
        LIAISON,
        UNIT_LEADER,
        OFFICE
    }

    /** A piece of the bar, as the template {@code fragments/marks} draws it. */
    record Segment(String label, double from, double width, String tone, @Nullable String url) {}

    private record Turn(Instant since, @Nullable Holder holder) {}

    private record Stay(Holder holder, int days, boolean now) {}

    private final WorkingDays workingDays;
    private final Words words;
    private final Clock clock;

    Holders(WorkingDays workingDays, Words words, Clock clock) {
        this.workingDays = workingDays;
        this.words = words;
        this.clock = clock;
    }

    /** Empty while nobody has had it for a whole working day, and for readers who may not see the reports. */
    List<Segment> of(CycleDetail detail, RoundView round) {
        if (detail.reports().isEmpty() && detail.cycle().reportVersions() > 0) {
            return List.of();
        }
        List<Stay> stays = stays(turns(detail, round));
        int total = stays.stream().mapToInt(Stay::days).sum();
        List<Segment> segments = new ArrayList<>();
        double from = 0;
        for (Stay stay : stays) {
            if (stay.days() > 0) {
                double width = 100.0 * stay.days() / total;
                segments.add(new Segment(
                        words.of("dashboard.holder." + stay.holder(), stay.days()),
                        from,
                        width - 0.2,
                        tone(stay),
                        null));
                from += width;
            }
        }
        return segments;
    }

    private static String tone(Stay stay) {
        if (stay.now()) {
            return "accent";
        }
        return switch (stay.holder()) {
            case PARTNERS -> "quiet";
            case LIAISON -> "accent-3";
            case UNIT_LEADER -> "accent-4";
            case OFFICE -> "accent-2";
        };
    }

    private List<Turn> turns(CycleDetail detail, RoundView round) {
        List<Turn> turns = new ArrayList<>();
        if (round.openedAt() == null) {
            return turns;
        }
        turns.add(new Turn(round.openedAt(), detail.parts().isEmpty() ? Holder.LIAISON : Holder.PARTNERS));
        if (!detail.parts().isEmpty() && detail.cycle().state() != CycleState.PARTNER_INPUT) {
            turns.add(new Turn(partsOver(detail.parts(), round), Holder.LIAISON));
        }
        for (ReportVersion report : detail.reports()) {
            turns.add(new Turn(report.submittedAt(), Holder.UNIT_LEADER));
            if (report.undoneAt() != null) {
                turns.add(new Turn(report.undoneAt(), Holder.LIAISON));
            }
            report.reviews()
                    .forEach(signed -> turns.add(new Turn(
                            signed.reviewedAt(),
                            signed.review().decision() == ReviewDecision.RETURN
                                    ? Holder.LIAISON
                                    : signed.review().step() == ReviewStep.UNIT ? Holder.OFFICE : null)));
        }
        if (detail.cycle().closedAt() != null) {
            turns.add(new Turn(detail.cycle().closedAt(), null));
        }
        turns.sort(Comparator.comparing(Turn::since));
        return turns;
    }

    /** All parts are in, or their time is over. */
    private Instant partsOver(List<PartnerPart> parts, RoundView round) {
        Instant due = workingDays.dueInstant(workingDays.minus(round.reportDueOn(), round.partsDays()));
        Instant last = due;
        if (parts.stream().allMatch(part -> part.submittedAt() != null)) {
            last = parts.stream()
                    .map(PartnerPart::submittedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(due);
        }
        return last.isBefore(due) ? last : due;
    }

    private List<Stay> stays(List<Turn> turns) {
        List<Stay> stays = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            boolean last = i + 1 == turns.size();
            Instant until = last ? now : turns.get(i + 1).since();
            if (turn.holder() != null && turn.since().isBefore(now)) {
                stays.add(new Stay(
                        turn.holder(),
                        workingDays.between(day(turn.since()), day(until.isBefore(now) ? until : now)),
                        last || until.isAfter(now)));
            }
        }
        return stays;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.ZONE);
    }
}
