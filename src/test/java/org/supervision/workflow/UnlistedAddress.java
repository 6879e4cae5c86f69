package org.supervision.workflow;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Somebody has written a controller and has not listed its addresses: nobody reaches it. */
@RestController
class UnlistedAddress {

    static volatile boolean reached;

    @RequestMapping({"/unlisted", "/api/v1/unlisted"})
    String reach() {
        reached = true;
        return "reached";
    }
}
