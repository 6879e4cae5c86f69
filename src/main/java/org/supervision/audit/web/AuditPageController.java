package org.supervision.audit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail in the portal. */
@Controller
class AuditPageController {

    private final AuditEntryViews views;
    private final AuditWords words;

    AuditPageController(AuditEntryViews views, AuditWords words) {
        this.views = views;
        this.words = words;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) @Nullable String actor,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        model.addAttribute("entries", views.search(objectType, objectId, actor, page));
        model.addAttribute("words", words);
        model.addAttribute("objectType", objectType);
        model.addAttribute("objectId", objectId);
        model.addAttribute("actor", actor);
        return "audit/entries";
    }
}
