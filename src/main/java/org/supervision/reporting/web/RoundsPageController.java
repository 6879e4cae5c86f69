package org.supervision.reporting.web;

import java.util.List;
import java.util.function.Function;
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
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleStanding;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.RoundDemands;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.Lamp;

/** Rounds in the portal: the list, each with its cycles, and the office's acts on it. */
@Controller
@RequestMapping("/rounds")
class RoundsPageController {

    private final RoundActs acts;
    private final RoundViews rounds;
    private final CycleViews cycles;
    private final RoundDemands demands;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final RoundWords words;

    RoundsPageController(
            RoundActs acts,
            RoundViews rounds,
            CycleViews cycles,
            RoundDemands demands,
            OrgUnits units,
            CurrentUsers currentUsers,
            RoundWords words) {
        this.acts = acts;
        this.rounds = rounds;
        this.cycles = cycles;
        this.demands = demands;
        this.units = units;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping
    String list(@PageableDefault(size = 20) Pageable page, Model model) {
        CurrentUser user = currentUsers.requiredIn(
                Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER, Role.LIAISON, Role.UNIT_LEADER);
        model.addAttribute("rounds", rounds.of(user.requiredGovernment(), page.getPageNumber(), page.getPageSize()));
        model.addAttribute("office", user.isOffice());
        return "reporting/rounds";
    }

    /** The address holds what the list of cycles is narrowed to. */
    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable CycleStanding standing,
            @RequestParam(required = false) @Nullable CycleState state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Lamp lamp,
            @PageableDefault(size = 100) Pageable page,
            Model model) {
        RoundView round = acts.get(id);
        CurrentUser user = currentUsers.required();
        model.addAttribute("round", round);
        model.addAttribute("progress", cycles.progress(id, user));
        model.addAttribute(
                "cycles",
                cycles.list(
                        new CycleFilter(id, null, state, unit, overdue, standing, lamp),
                        user,
                        page.getPageNumber(),
                        page.getPageSize()));
        model.addAttribute("standing", standing);
        model.addAttribute(
                "filtered", standing != null || state != null || unit != null || overdue != null || lamp != null);
        model.addAttribute("unit", unit);
        model.addAttribute("lamp", lamp);
        model.addAttribute("overdue", overdue);
        model.addAttribute("units", user.readsWholeGovernment() ? units.of(round.government()) : List.of());
        model.addAttribute("lamps", Lamp.values());
        model.addAttribute("step", acts.step(id));
        model.addAttribute(
                "demand",
                user.isOffice() && round.state() == RoundState.PLANNED
                        ? demands.of(round.government(), round.quarter())
                        : null);
        model.addAttribute("office", user.isOffice());
        model.addAttribute("liaison", user.is(Role.LIAISON));
        model.addAttribute("reads", user.readsWholeGovernment());
        return "reporting/round";
    }

    @PostMapping("/{id}/opening")
    String open(@PathVariable String id, RedirectAttributes after) {
        return act(id, "opened", acts::open, after);
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable String id, RedirectAttributes after) {
        return act(id, "closed", acts::close, after);
    }

    @PostMapping("/{id}/signature-request")
    String requestSignature(@PathVariable String id, RedirectAttributes after) {
        return act(id, "signature-requested", acts::requestSignature, after);
    }

    private String act(String id, String done, Function<String, RoundView> act, RedirectAttributes after) {
        RoundView round = act.apply(id);
        after.addFlashAttribute("flash", words.done(done, round));
        return "redirect:/rounds/" + id;
    }
}
