package org.supervision.audit.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.Slice;

/** The trail over REST, for the auditor of the installation and the office chief of a government. */
@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditEntriesController {

    private final AuditEntryViews views;

    AuditEntriesController(AuditEntryViews views) {
        this.views = views;
    }

    @GetMapping
    Slice<AuditEntryView> search(
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable String actor,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return views.search(objectType, objectId, actor, page);
    }

    /** Recomputes every chain the caller may see; takes seconds for a million entries. */
    @GetMapping("/verification")
    VerificationView verification() {
        return views.verify();
    }
}
