package org.supervision.notification.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.notification.Inbox;
import org.thymeleaf.context.LazyContextVariable;

/**
 * Tells the top bar of every page how many notices are unread, {@code null} for people without an inbox; counted only
 * when a page is rendered.
 */
@ControllerAdvice(annotations = Controller.class)
class UnreadAdvice {

    private final Inbox inbox;
    private final CurrentUsers currentUsers;

    UnreadAdvice(Inbox inbox, CurrentUsers currentUsers) {
        this.inbox = inbox;
        this.currentUsers = currentUsers;
    }

    @ModelAttribute("unreadNotices")
    LazyContextVariable<@Nullable Long> unreadNotices() {
        return new LazyContextVariable<>() {
            @Override
            protected @Nullable Long loadValue() {
                return currentUsers
                        .current()
                        .filter(user -> user.government() != null)
                        .map(CurrentUser::username)
                        .map(inbox::unread)
                        .orElse(null);
            }
        };
    }
}
