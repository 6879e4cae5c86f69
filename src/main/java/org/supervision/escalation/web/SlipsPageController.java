package org.supervision.escalation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.DateWords;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.Papers;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipKind;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.escalation.web.OrderSignatures.Signature;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;

/** Slips in the portal: the list and each as it is printed. */
@Controller
@RequestMapping("/slips")
class SlipsPageController {

    private final SlipViews slips;
    private final OrderSignatures signatures;
    private final Appeals appeals;
    private final Clock clock;
    private final Papers papers;
    private final CurrentUsers currentUsers;
    private final Refusals words;
    private final DateWords dates;

    SlipsPageController(
            SlipViews slips,
            OrderSignatures signatures,
            Appeals appeals,
            Clock clock,
            Papers papers,
            CurrentUsers currentUsers,
            Refusals words,
            DateWords dates) {
        this.slips = slips;
        this.signatures = signatures;
        this.appeals = appeals;
        this.clock = clock;
        this.papers = papers;
        this.currentUsers = currentUsers;
        this.words = words;
        this.dates = dates;
    }

    /** @param draft what waits to be signed or decided, for those who see the whole government */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable SlipKind kind,
            @RequestParam(defaultValue = "false") boolean draft,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        CurrentUser reader = currentUsers.required();
        SlipFilter filter = new SlipFilter(round, null, kind, draft ? Boolean.TRUE : open, draft);
        model.addAttribute("slips", slips.list(filter, reader, page.getPageNumber(), page.getPageSize()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("filter", filter);
        model.addAttribute("seesDrafts", reader.readsWholeGovernment());
        if (draft) {
            Map<String, WorkItem> items = signatures.waiting();
            model.addAttribute("items", items);
            model.addAttribute("signing", items.values().stream().anyMatch(OrderSignatures::isSignature));
            model.addAttribute("usualRequirement", words.text("escalation.order.requirement", List.of()));
        }
        return "escalation/slips";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        CurrentUser user = currentUsers.required();
        SlipView slip = slips.find(id, user).orElseThrow(() -> DomainException.notFound(id));
        model.addAttribute("slip", slip);
        model.addAttribute("answers", slips.answers(slip));
        model.addAttribute("appeal", appeals.of(id).orElse(null));
        model.addAttribute("appealUntil", appeals.openTo(user, slip).orElse(null));
        model.addAttribute("item", signatures.waitingAt(slip).orElse(null));
        model.addAttribute("paper", papers.of(slip, user.requiredGovernment()));
        return "escalation/slip";
    }

    /** Files the unit's appeal; a refusal shows the form again with what was typed. */
    @PostMapping("/{id}/appeals")
    String appeal(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            String appeal = appeals.file(id, reason);
            after.addFlashAttribute(
                    "done", words.text("escalation.appeal.filed", List.of(dates.moment(appeals.dueAt(appeal)))));
            return "redirect:/slips/" + id;
        } catch (DomainException refusal) {
            List<Mistake> mistakes = Mistake.of(refusal, words);
            response.setStatus(refusal.kind() == Kind.INVALID ? 422 : 409);
            model.addAttribute("errors", mistakes);
            model.addAttribute("mistakes", Mistake.byKey(mistakes));
            model.addAttribute("reason", reason);
            return show(id, model);
        }
    }

    /** Where a reload or another language leads after a refusal. */
    @GetMapping("/{id}/appeals")
    String again(@PathVariable String id) {
        return "redirect:/slips/" + id;
    }

    /**
     * Signs the chosen orders, each by its own work item, with one limit for all or each with its own.
     *
     * @param limitOn empty for what each draft names or the ladder says
     */
    @PostMapping("/signatures")
    String sign(
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") String limitOn,
            RedirectAttributes after) {
        List<Signature> results = signatures.sign(order, limitOn);
        after.addFlashAttribute("signatures", new ArrayList<>(results));
        if (!results.stream().allMatch(Signature::signed)) {
            after.addFlashAttribute("chosen", new ArrayList<>(order));
            after.addFlashAttribute("limitOn", limitOn);
        }
        return "redirect:/slips?draft=true&kind=SUPERVISION_ORDER";
    }

    /** Where a reload leads. */
    @GetMapping("/signatures")
    String signed() {
        return "redirect:/slips?draft=true&kind=SUPERVISION_ORDER";
    }
}
