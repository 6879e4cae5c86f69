package org.supervision.reporting.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.supervision.reporting.PlannedRound;
import org.supervision.shared.Quarter;

/** A round as the office arranges it; what is left open takes the default of the rules. */
record RoundForm(
        @NotNull @Min(2000) @Max(2100) Integer year,
        @NotNull @Min(1) @Max(4) Integer quarter,
        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate opensOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate reportDueOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate closesOn,
        @Nullable Integer unitReviewDays,
        @Nullable Integer officeReviewDays,
        @Nullable Integer resubmissionDays) {

    PlannedRound toPlannedRound() {
        return new PlannedRound(
                new Quarter(year, quarter),
                opensOn,
                reportDueOn,
                closesOn,
                unitReviewDays,
                officeReviewDays,
                resubmissionDays);
    }
}
