package org.supervision.dashboard.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.dashboard.web.CycleStory.Step;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.PartnerPart;
import org.supervision.reporting.ReportVersion;
import org.supervision.reporting.ReviewStep;
import org.supervision.reporting.RoundViews.RoundView;

/** The way of a cycle as steps: what is passed with its day, where it is with its deadline, what is to come. */
@Component
class CycleSteps {

    private static final List<CycleState> ORDER = List.of(
            CycleState.OPEN,
            CycleState.PARTNER_INPUT,
            CycleState.DRAFTING,
            CycleState.UNIT_REVIEW,
            CycleState.OFFICE_REVIEW,
            CycleState.CLOSED);

    private final DateWords dateWords;
    private final Words words;

    CycleSteps(DateWords dateWords, Words words) {
        this.dateWords = dateWords;
        this.words = words;
    }

    List<Step> of(CycleDetail detail, RoundView round) {
        List<Step> steps = new ArrayList<>();
        for (CycleState step : ORDER) {
            if (step != CycleState.PARTNER_INPUT || !detail.parts().isEmpty()) {
                steps.add(step(step, detail, round));
            }
        }
        return steps;
    }

    private Step step(CycleState step, CycleDetail detail, RoundView round) {
        CycleView cycle = detail.cycle();
        Step.State state = state(step, cycle);
        String note =
                switch (state) {
                    case DONE -> passed(step, detail, round);
                    case HERE -> here(cycle);
                    case OPEN -> null;
                };
        return new Step(words.of("dashboard.step", step), note, state);
    }

    /** A cycle that its round has ended, or that stands still, keeps the steps it really passed. */
    private static Step.State state(CycleState step, CycleView cycle) {
        boolean closed = cycle.state() == CycleState.CLOSED;
        if (closed || cycle.state() == CycleState.SUSPENDED) {
            boolean passed = step == CycleState.OPEN
                    || step == CycleState.CLOSED && closed
                    || cycle.officeVerdict() != null
                    || step.compareTo(CycleState.UNIT_REVIEW) < 0 && cycle.reportVersions() > 0;
            return passed ? Step.State.DONE : Step.State.OPEN;
        }
        int way = Integer.compare(ORDER.indexOf(step), ORDER.indexOf(cycle.state()));
        return way < 0 ? Step.State.DONE : way == 0 ? Step.State.HERE : Step.State.OPEN;
    }

    private @Nullable String here(CycleView cycle) {
        return Optional.ofNullable(cycle.dueAt())
                .map(dueAt -> words.of(
                        cycle.returned() ? "dashboard.step.returned-until" : "dashboard.step.until",
                        dateWords.shortMoment(dueAt)))
                .orElse(null);
    }

    private @Nullable String passed(CycleState step, CycleDetail detail, RoundView round) {
        return switch (step) {
            case OPEN -> day(round.openedAt());
            case PARTNER_INPUT ->
                words.of(
                        "dashboard.step.parts",
                        detail.parts().stream()
                                .map(PartnerPart::submittedAt)
                                .filter(at -> at != null)
                                .count(),
                        detail.parts().size());
            case DRAFTING ->
                detail.reports().stream()
                        .findFirst()
                        .map(report -> words.of(
                                "dashboard.step.version",
                                dateWords.shortDay(report.submittedAt()),
                                String.valueOf(report.version())))
                        .orElse(null);
            case UNIT_REVIEW -> day(reviewedAt(detail, ReviewStep.UNIT));
            case OFFICE_REVIEW -> day(reviewedAt(detail, ReviewStep.OFFICE));
            default ->
                detail.cycle().outcome() == null
                        ? null
                        : words.of("reporting.outcome", detail.cycle().outcome());
        };
    }

    private static @Nullable Instant reviewedAt(CycleDetail detail, ReviewStep step) {
        return detail.reports().stream().findFirst().map(ReportVersion::reviews).orElse(List.of()).stream()
                .filter(signed -> signed.review().step() == step)
                .map(ReportVersion.SignedReview::reviewedAt)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String day(@Nullable Instant at) {
        return at == null ? null : dateWords.shortDay(at);
    }
}
