package org.supervision.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Governments;
import org.supervision.identity.web.UnitViews.UnitView;
import org.supervision.shared.DomainException;

/** The unit directory in the portal. */
@Controller
@RequestMapping("/units")
class UnitsPageController {

    /** A mistake of the form; without a key it belongs to no single field of the page. */
    record Mistake(@Nullable String key, String message) {}

    private static final int PAGE_SIZE = 50;

    private final UnitViews units;
    private final Governments governments;
    private final CurrentUsers currentUsers;
    private final MessageSource messages;

    UnitsPageController(UnitViews units, Governments governments, CurrentUsers currentUsers, MessageSource messages) {
        this.units = units;
        this.governments = governments;
        this.currentUsers = currentUsers;
        this.messages = messages;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String q,
            @PageableDefault(size = PAGE_SIZE) Pageable page,
            Model model) {
        return page(government, q, page, model);
    }

    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String name,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("name", name);
        return act(() -> units.create(government, name), government, model, after, locale, response);
    }

    @PostMapping("/{code}/aliases")
    String addAlias(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String alias,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        return act(() -> units.addAlias(code, alias), null, model, after, locale, response);
    }

    @PostMapping("/{code}/duty")
    String assignDuty(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String deputy,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        return act(() -> units.assignDuty(code, officer, deputy), null, model, after, locale, response);
    }

    private String act(
            Supplier<UnitView> act,
            @Nullable String government,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        try {
            after.addFlashAttribute("saved", act.get());
            return "redirect:/units";
        } catch (DomainException refusal) {
            if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", List.of(mistake(refusal, locale)));
            return page(government, null, PageRequest.of(0, PAGE_SIZE), model);
        }
    }

    private Mistake mistake(DomainException refusal, Locale locale) {
        String field = refusal.fieldErrors().stream()
                .map(DomainException.FieldError::field)
                .filter(name -> name.equals("name") || name.equals("government"))
                .findFirst()
                .orElse(null);
        return new Mistake(
                field, messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
    }

    private String page(@Nullable String government, @Nullable String q, Pageable page, Model model) {
        model.addAttribute("units", units.search(government, q, page));
        model.addAttribute("q", q);
        model.addAttribute("government", government);
        model.addAttribute("mayKeep", units.mayKeep());
        model.addAttribute("office", units.office());
        if (currentUsers.required().government() == null) {
            model.addAttribute("governments", governments.all());
        }
        return "identity/units";
    }
}
