package org.supervision.escalation.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.CircularView;
import org.supervision.escalation.CircularViews;
import org.supervision.escalation.Circulars;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** Circulars over REST; writing and signing them are work items. */
@RestController
@RequestMapping("/api/v1/circulars")
class CircularsController {

    private final Circulars circulars;
    private final CircularViews views;
    private final CurrentUsers currentUsers;

    CircularsController(Circulars circulars, CircularViews views, CurrentUsers currentUsers) {
        this.circulars = circulars;
        this.views = views;
        this.currentUsers = currentUsers;
    }

    /** @param slipIds orders to name; without it all that wait */
    record NewCircular(@Nullable Set<String> slipIds) {}

    /** Signed orders that no circular names yet. */
    record PendingList(List<CircularView.Entry> items) {}

    @GetMapping
    Slice<CircularView> list(@ParameterObject @PageableDefault(size = 20) Pageable page) {
        return views.list(currentUsers.required(), page.getPageNumber(), page.getPageSize());
    }

    @GetMapping("/pending")
    PendingList pending() {
        return new PendingList(views.pending(currentUsers.required()));
    }

    @GetMapping("/{id}")
    CircularView get(@PathVariable String id) {
        return views.find(id, currentUsers.required()).orElseThrow(() -> DomainException.notFound(id));
    }

    /** Begins one; its work item {@code circular-draft} follows. */
    @PostMapping
    ResponseEntity<CircularView> draft(@RequestBody(required = false) @Nullable NewCircular circular) {
        Set<String> chosen = circular == null || circular.slipIds() == null
                ? Set.copyOf(views.pending(currentUsers.required()).stream()
                        .map(CircularView.Entry::slipId)
                        .toList())
                : circular.slipIds();
        String id = circulars.draft(chosen);
        return ResponseEntity.created(URI.create("/api/v1/circulars/" + id)).body(get(id));
    }
}
