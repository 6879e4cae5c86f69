package org.supervision.reporting.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.FindingAgreement;
import org.supervision.reporting.InspectionFilter;
import org.supervision.reporting.InspectionState;
import org.supervision.reporting.InspectionView;
import org.supervision.reporting.InspectionViews;
import org.supervision.reporting.Inspections;
import org.supervision.shared.Slice;

/** Inspections over REST; what was found and decided is a work item as in the portal. */
@RestController
@RequestMapping("/api/v1")
class InspectionsController {

    /** @param cycle id of the cycle whose report is looked at; {@code null} where there is none */
    record PlanForm(
            @Nullable String cycle,
            @Schema(requiredMode = REQUIRED, maxLength = 200) @Nullable String place,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate plannedOn) {}

    /** Why it is not carried out. */
    record CancellationForm(@Schema(requiredMode = REQUIRED, maxLength = 500) @Nullable String reason) {}

    private final Inspections inspections;
    private final InspectionViews views;
    private final CurrentUsers currentUsers;

    InspectionsController(Inspections inspections, InspectionViews views, CurrentUsers currentUsers) {
        this.inspections = inspections;
        this.views = views;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/inspections")
    Slice<InspectionView> list(
            @RequestParam(required = false) @Nullable InspectionState state,
            @RequestParam(required = false) @Nullable FindingAgreement agreement,
            @RequestParam(required = false) @Nullable String keyTask,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String unit,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return views.list(
                new InspectionFilter(state, agreement, keyTask, cycle, unit),
                currentUsers.required(),
                page.getPageNumber(),
                page.getPageSize());
    }

    @GetMapping("/inspections/{id}")
    InspectionView get(@PathVariable String id) {
        return views.get(id, currentUsers.required());
    }

    @PostMapping("/key-tasks/{id}/inspections")
    @ResponseStatus(HttpStatus.CREATED)
    InspectionView plan(@PathVariable String id, @RequestBody PlanForm form) {
        return get(inspections.plan(id, form.cycle(), form.place(), form.plannedOn()));
    }

    @PostMapping("/inspections/{id}/cancellation")
    InspectionView cancel(@PathVariable String id, @RequestBody CancellationForm form) {
        inspections.cancel(id, form.reason());
        return get(id);
    }
}
