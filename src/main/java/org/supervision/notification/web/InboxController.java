package org.supervision.notification.web;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.CurrentUsers;
import org.supervision.notification.Inbox;
import org.supervision.notification.InboxEntry;
import org.supervision.shared.Slice;

/** The caller's own inbox over REST. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {

    private final Inbox inbox;
    private final CurrentUsers currentUsers;

    InboxController(Inbox inbox, CurrentUsers currentUsers) {
        this.inbox = inbox;
        this.currentUsers = currentUsers;
    }

    /** Unread first, then the latest. */
    @GetMapping
    Slice<InboxEntry> list(@ParameterObject @PageableDefault(size = 50) Pageable page) {
        return inbox.of(currentUsers.required(), page.getPageNumber(), page.getPageSize());
    }

    @PostMapping("/{id}/reading")
    InboxEntry read(@PathVariable long id) {
        return inbox.read(currentUsers.required(), id);
    }
}
