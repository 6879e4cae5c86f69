package org.supervision.changerequest.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequestFilter;
import org.supervision.changerequest.ChangeRequestView;
import org.supervision.changerequest.ChangeRequestViews;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.changerequest.ChangeState;
import org.supervision.changerequest.ChangedField;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.Slice;

/** Change requests over REST: asked where they belong, read as one register. */
@RestController
@RequestMapping("/api/v1")
class ChangeRequestsController {

    /** A later due date; what is missing is refused in the words of the portal, not by the schema. */
    record ExtensionForm(
            @NotNull LocalDate newDueOn,
            @Schema(requiredMode = REQUIRED, maxLength = 2000) @Nullable String reason,
            @Schema(requiredMode = REQUIRED, maxLength = 2000) @Nullable String progress) {}

    /** Another text in the plan. */
    record PlanChangeForm(
            @NotNull ChangedField field,
            @Schema(requiredMode = REQUIRED) @Nullable String newValue,
            @Schema(requiredMode = REQUIRED, maxLength = 2000) @Nullable String reason) {}

    /** @param unit code of the unit that should lead */
    record LeadChangeForm(
            @NotBlank String unit, @Schema(requiredMode = REQUIRED, maxLength = 2000) @Nullable String reason) {}

    /** Nothing is owed until further notice. */
    record SuspensionForm(
            @NotNull LocalDate expectedUntil,
            @Schema(requiredMode = REQUIRED, maxLength = 2000) @Nullable String reason) {}

    private final ChangeRequests requests;
    private final ChangeRequestViews views;
    private final CurrentUsers currentUsers;

    ChangeRequestsController(ChangeRequests requests, ChangeRequestViews views, CurrentUsers currentUsers) {
        this.requests = requests;
        this.views = views;
        this.currentUsers = currentUsers;
    }

    @GetMapping("/change-requests")
    Slice<ChangeRequestView> list(
            @RequestParam(required = false) @Nullable ChangeKind kind,
            @RequestParam(required = false) @Nullable ChangeState state,
            @RequestParam(required = false) @Nullable String keyTask,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String unit,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return views.list(
                new ChangeRequestFilter(kind, state, keyTask, cycle, unit),
                currentUsers.required(),
                page.getPageNumber(),
                page.getPageSize());
    }

    @GetMapping("/change-requests/{id}")
    ChangeRequestView get(@PathVariable String id) {
        return views.get(id, currentUsers.required());
    }

    @PostMapping("/change-requests/{id}/withdrawal")
    ChangeRequestView withdraw(@PathVariable String id) {
        requests.withdraw(id);
        return get(id);
    }

    @PostMapping("/cycles/{id}/extension-requests")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeRequestView askExtension(@PathVariable String id, @RequestBody @Valid ExtensionForm form) {
        return get(requests.askExtension(id, form.newDueOn(), form.reason(), form.progress()));
    }

    @PostMapping("/key-tasks/{id}/plan-change-requests")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeRequestView askPlanChange(@PathVariable String id, @RequestBody @Valid PlanChangeForm form) {
        return get(requests.askPlanChange(id, form.field(), form.newValue(), form.reason()));
    }

    @PostMapping("/key-tasks/{id}/lead-change-requests")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeRequestView askLeadChange(@PathVariable String id, @RequestBody @Valid LeadChangeForm form) {
        return get(requests.askLeadChange(id, form.unit(), form.reason()));
    }

    @PostMapping("/key-tasks/{id}/suspensions")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeRequestView askSuspension(@PathVariable String id, @RequestBody @Valid SuspensionForm form) {
        return get(requests.askSuspension(id, form.expectedUntil(), form.reason()));
    }
}
