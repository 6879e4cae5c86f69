package org.supervision.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.workflow.WorkItems;
import org.thymeleaf.context.LazyContextVariable;

/** Tells the top bar of every page how many work items wait; counted only when a page is rendered. */
@ControllerAdvice(annotations = Controller.class)
class InboxAdvice {

    /** Name of the model attribute. */
    static final String COUNT = "inboxCount";

    private final WorkItems workItems;
    private final CurrentUsers currentUsers;

    InboxAdvice(WorkItems workItems, CurrentUsers currentUsers) {
        this.workItems = workItems;
        this.currentUsers = currentUsers;
    }

    @ModelAttribute(COUNT)
    LazyContextVariable<Long> inboxCount() {
        return new LazyContextVariable<>() {
            @Override
            protected Long loadValue() {
                return currentUsers
                        .current()
                        .filter(user -> user.government() != null)
                        .map(CurrentUser::username)
                        .map(username -> workItems.mine(0, 1).total())
                        .orElse(0L);
            }
        };
    }
}
