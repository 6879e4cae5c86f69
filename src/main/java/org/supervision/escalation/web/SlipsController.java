package org.supervision.escalation.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipKind;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** Slips over REST, narrowed to what the caller may see. */
@RestController
@RequestMapping("/api/v1/slips")
class SlipsController {

    private final SlipViews slips;
    private final CurrentUsers currentUsers;

    SlipsController(SlipViews slips, CurrentUsers currentUsers) {
        this.slips = slips;
        this.currentUsers = currentUsers;
    }

    /**
     * @param kind {@code CIRCULAR} lists the matters that circulars name
     * @param draft the drafts instead of what was issued or has ended; empty for people of units
     */
    @GetMapping
    Slice<SlipView> list(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable SlipKind kind,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(defaultValue = "false") boolean draft,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        SlipFilter filter = new SlipFilter(round, cycle, kind, open, draft);
        return kind == SlipKind.CIRCULAR
                ? slips.circulated(filter, currentUsers.required(), page.getPageNumber(), page.getPageSize())
                : slips.list(filter, currentUsers.required(), page.getPageNumber(), page.getPageSize());
    }

    @GetMapping("/{id}")
    SlipView get(@PathVariable String id) {
        return slips.find(id, currentUsers.required()).orElseThrow(() -> DomainException.notFound(id));
    }
}
