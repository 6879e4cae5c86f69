package org.supervision.audit.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
import org.supervision.audit.TrailReads.UnderWay;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;

/** The trail in the portal. */
@Controller
class AuditPageController {

    private final AuditEntryViews views;
    private final AuditWords words;
    private final Governments governments;

    AuditPageController(AuditEntryViews views, AuditWords words, Governments governments) {
        this.views = views;
        this.words = words;
        this.governments = governments;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /** Recomputes the chains each time it is opened. */
    @GetMapping("/audit/verification")
    String verification(Model model) {
        VerificationView found;
        try {
            found = views.verify();
        } catch (UnderWay other) {
            model.addAttribute("read", other.read());
            return "audit/verification-under-way";
        }
        model.addAttribute("found", found);
        Map<String, String> names = new HashMap<>();
        found.chains().stream()
                .map(VerificationView.ChainView::government)
                .filter(Objects::nonNull)
                .forEach(code -> names.put(
                        code, governments.find(code).map(Government::name).orElse(code)));
        model.addAttribute("names", names);
        return "audit/verification";
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
