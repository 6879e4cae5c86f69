package org.supervision.dashboard.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.dashboard.CycleFigure;

/**
 * Where a number leads to.
 *
 * @param unit what the page is narrowed to; {@code null} for nothing
 * @param inCharge whether it is narrowed to what the reader is in charge of
 */
record CardLinks(@Nullable String unit, boolean inCharge) {

    String tasks(String round, CycleFigure figure) {
        return tasks(round, unit, figure, null);
    }

    String tasks(String round, @Nullable String ofUnit, CycleFigure figure) {
        return tasks(round, ofUnit, figure, null);
    }

    String tasks(String round, CycleFigure figure, LocalDate until) {
        return tasks(round, unit, figure, until);
    }

    private String tasks(String round, @Nullable String ofUnit, CycleFigure figure, @Nullable LocalDate until) {
        return address("/statistics/tasks", ofUnit)
                .queryParam("round", round)
                .queryParam("figure", figure)
                .queryParamIfPresent("until", Optional.ofNullable(until))
                .toUriString();
    }

    String tasksOfYear(int year, CycleFigure figure) {
        return address("/statistics/tasks", unit)
                .queryParam("year", year)
                .queryParam("figure", figure)
                .toUriString();
    }

    String work(int year, @Nullable Integer month, @Nullable String ofUnit) {
        return UriComponentsBuilder.fromPath("/statistics/years/" + year + "/work")
                .queryParamIfPresent("month", Optional.ofNullable(month))
                .queryParamIfPresent("unit", Optional.ofNullable(ofUnit))
                .toUriString();
    }

    private UriComponentsBuilder address(String path, @Nullable String ofUnit) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("unit", Optional.ofNullable(ofUnit))
                .queryParamIfPresent("mine", inCharge ? Optional.of(true) : Optional.empty());
    }
}
