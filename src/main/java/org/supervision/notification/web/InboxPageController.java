package org.supervision.notification.web;

import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.supervision.calendar.DateWords;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.notification.Digest;
import org.supervision.notification.Digests;
import org.supervision.notification.Inbox;
import org.supervision.notification.InboxEntry;

/** The inbox in the portal; opening what an entry is about marks it as read. */
@Controller
@RequestMapping("/inbox")
class InboxPageController {

    private final Inbox inbox;
    private final Digests digests;
    private final DateWords dateWords;
    private final CurrentUsers currentUsers;

    InboxPageController(Inbox inbox, Digests digests, DateWords dateWords, CurrentUsers currentUsers) {
        this.inbox = inbox;
        this.digests = digests;
        this.dateWords = dateWords;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    String list(@PageableDefault(size = 50) Pageable page, Model model) {
        CurrentUser reader = currentUsers.required();
        model.addAttribute("entries", inbox.of(reader, page.getPageNumber(), page.getPageSize()));
        model.addAttribute("unread", inbox.unread(reader.username()));
        model.addAttribute("office", reader.isOffice());
        model.addAttribute("chief", reader.is(Role.OFFICE_CHIEF));
        return "notification/inbox";
    }

    @GetMapping("/digests/{id}")
    String digest(@PathVariable long id, Model model) {
        Digest digest = digests.get(id, currentUsers.required());
        model.addAttribute("digest", digest);
        model.addAttribute("day", dateWords.day(digest.day()));
        return "notification/digest";
    }

    @PostMapping("/{id}/reading")
    String read(@PathVariable long id) {
        InboxEntry entry = inbox.read(currentUsers.required(), id);
        return "redirect:" + (entry.link() == null ? "/inbox" : entry.link());
    }

    @PostMapping("/reading")
    String readAll() {
        inbox.readAll(currentUsers.required());
        return "redirect:/inbox";
    }
}
