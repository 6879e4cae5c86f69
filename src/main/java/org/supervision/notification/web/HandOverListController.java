package org.supervision.notification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.supervision.notification.HandOverLists;

/** The list a successor is given, on paper too. */
@Controller
class HandOverListController {

    private final HandOverLists lists;

    HandOverListController(HandOverLists lists) {
        this.lists = lists;
    }

    @GetMapping("/hand-overs/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("list", lists.of(id));
        return "notification/hand-over";
    }
}
