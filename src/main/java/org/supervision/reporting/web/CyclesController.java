package org.supervision.reporting.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.ActUndoing;
import org.supervision.reporting.CycleDetail;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleReopening;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.Lamp;
import org.supervision.shared.Slice;

/** Quarterly cycles over REST, narrowed to what the caller may see. */
@RestController
@RequestMapping("/api/v1/cycles")
class CyclesController {

    private final CycleViews cycles;
    private final ActUndoing undoing;
    private final CycleReopening reopening;
    private final CurrentUsers currentUsers;

    CyclesController(CycleViews cycles, ActUndoing undoing, CycleReopening reopening, CurrentUsers currentUsers) {
        this.cycles = cycles;
        this.undoing = undoing;
        this.reopening = reopening;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    Slice<CycleView> list(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String keyTask,
            @RequestParam(required = false) @Nullable CycleState state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Lamp lamp,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return cycles.list(
                new CycleFilter(round, keyTask, state, unit, overdue, null, lamp),
                currentUsers.required(),
                page.getPageNumber(),
                page.getPageSize());
    }

    /** Takes the caller's own act back, for 30 seconds and while nobody has acted on it. */
    @PostMapping("/{id}/undo")
    CycleDetail undo(@PathVariable String id) {
        undoing.undo(id);
        return get(id);
    }

    /** @param reason told to the unit */
    record Reopening(@Nullable String reason) {}

    /** The chief lets a cycle of a published round be reported again. */
    @PostMapping("/{id}/reopening")
    CycleDetail reopen(@PathVariable String id, @RequestBody Reopening body) {
        reopening.reopen(id, body.reason() == null ? "" : body.reason());
        return get(id);
    }

    @GetMapping("/{id}")
    CycleDetail get(@PathVariable String id) {
        return cycles.detail(id, currentUsers.required());
    }
}
