package org.supervision.tables.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.Slice;
import org.supervision.tables.Narratives;
import org.supervision.tables.web.CandidateView.ActualView;

/** What is there to pick from a report in prose, for the office. */
@RestController
@RequestMapping("/api/v1/imports/{id}")
class NarrativesController {

    /** Ids of the values that are kept, and of no others. */
    record KeptValues(Set<String> kept) {}

    private final Narratives narratives;

    NarrativesController(Narratives narratives) {
        this.narratives = narratives;
    }

    @GetMapping("/candidates")
    @Operation(
            summary = "Goals of the plan, each with its indicators and suggested lead units",
            description = "A goal is picked by PATCH of the row of its ordinal: number, goal, leadUnit, action CREATE.")
    Slice<CandidateView> candidates(
            @PathVariable String id, @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return Slice.of(narratives.candidates(id), page.getPageNumber(), page.getPageSize())
                .map(CandidateView::of);
    }

    @GetMapping("/actuals")
    @Operation(summary = "Figures that the review states of the past year, kept or not")
    Slice<ActualView> actuals(@PathVariable String id, @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return Slice.of(narratives.actuals(id), page.getPageNumber(), page.getPageSize())
                .map(ActualView::of);
    }

    @PutMapping("/actuals")
    @Operation(summary = "Keeps these figures as values of the past year, and no others of the document")
    Slice<ActualView> keep(
            @PathVariable String id,
            @RequestBody KeptValues values,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        narratives.keep(id, values.kept());
        return actuals(id, page);
    }
}
