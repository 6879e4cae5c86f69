package org.supervision.escalation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.RoundViews;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** Slips in the portal: the list and each as it is printed. */
@Controller
@RequestMapping("/slips")
class SlipsPageController {

    private final SlipViews slips;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    SlipsPageController(SlipViews slips, RoundViews rounds, CurrentUsers currentUsers, Refusals words) {
        this.slips = slips;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Boolean open,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        model.addAttribute(
                "slips",
                slips.list(
                        new SlipFilter(null, null, null, open),
                        currentUsers.required(),
                        page.getPageNumber(),
                        page.getPageSize()));
        model.addAttribute("open", open);
        return "escalation/slips";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        CurrentUser user = currentUsers.required();
        SlipView slip = slips.find(id, user).orElseThrow(() -> DomainException.notFound(id));
        model.addAttribute("slip", slip);
        model.addAttribute("answers", slips.answers(slip));
        model.addAttribute(
                "round",
                slip.roundId() == null
                        ? null
                        : rounds.find(user.requiredGovernment(), slip.roundId()).orElseThrow());
        model.addAttribute("number", number(slip));
        return "escalation/slip";
    }

    private String number(SlipView slip) {
        return slip.isDraft()
                ? words.text("escalation.slip.draft", List.of())
                : words.text(
                        "escalation.number." + slip.kind(),
                        List.of(String.valueOf(slip.year()), String.valueOf(slip.number())));
    }
}
