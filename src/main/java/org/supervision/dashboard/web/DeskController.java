package org.supervision.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.calendar.WorkingDays;
import org.supervision.dashboard.web.Desks.Waiting;
import org.supervision.dashboard.web.QueuedReview.Part;
import org.supervision.escalation.LadderBoards;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.PasswordRequests;
import org.supervision.identity.PostGrants;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDuties;
import org.supervision.reporting.ActUndoing;
import org.supervision.reporting.RoundViews.RoundView;

/** The work desk of the person's post: what must be done today comes first. */
@Controller
class DeskController {

    private final Desks desks;
    private final ReviewQueues reviews;
    private final LeaderDesk leaders;
    private final Ruler ruler;
    private final UnitDuties duties;
    private final ActUndoing undoing;
    private final PostGrants grants;
    private final PasswordRequests passwords;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final CurrentUsers currentUsers;

    DeskController(
            Desks desks,
            ReviewQueues reviews,
            LeaderDesk leaders,
            Ruler ruler,
            UnitDuties duties,
            ActUndoing undoing,
            PostGrants grants,
            PasswordRequests passwords,
            WorkingDays workingDays,
            Clock clock,
            CurrentUsers currentUsers) {
        this.desks = desks;
        this.reviews = reviews;
        this.leaders = leaders;
        this.ruler = ruler;
        this.duties = duties;
        this.undoing = undoing;
        this.grants = grants;
        this.passwords = passwords;
        this.workingDays = workingDays;
        this.clock = clock;
        this.currentUsers = currentUsers;
    }

    /**
     * @param own whether an officer sees the units of the own duty first
     * @param part which of the reports that wait an officer sees
     * @param all whether a city leader sees all key tasks in charge, and not only the first red ones
     */
    @GetMapping("/")
    String desk(
            @RequestParam(defaultValue = "true") boolean own,
            @RequestParam(defaultValue = "ALL") Part part,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        CurrentUser user = currentUsers.required();
        if (user.roles().isEmpty()) {
            return "dashboard/desk-none";
        }
        if (user.government() == null) {
            return administrator(user, model);
        }
        Waiting waiting = desks.waiting(user);
        // The same count for the bell: what the desk lists is what the top bar says.
        model.addAttribute(InboxAdvice.COUNT, waiting.total());
        model.addAttribute("undo", undoing.latestOffer().orElse(null));
        model.addAttribute("acts", waiting.rounds());
        model.addAttribute("others", waiting.others());
        model.addAttribute("slips", desks.openSlips(user));
        RoundView round = desks.openRound(user).orElse(null);
        model.addAttribute("round", round);
        if (round != null) {
            model.addAttribute("progress", desks.progress(round, user));
        }
        if (user.isOffice()) {
            List<QueuedReview> queue = reviews.of(waiting.owed());
            model.addAttribute("queue", queue);
            model.addAttribute("part", part);
            model.addAttribute("counts", counts(queue));
            List<QueuedReview> shown = queue.stream().filter(part::holds).toList();
            Set<String> dutyUnits = duties.unitsOf(user.username());
            model.addAttribute("hasDuty", !dutyUnits.isEmpty());
            model.addAttribute("own", own && !dutyUnits.isEmpty());
            model.addAttribute("parts", own ? Desks.byDuty(shown, dutyUnits) : List.of(shown));
            List<LadderBoards.Column> board = desks.ladder(user);
            model.addAttribute("ladder", board);
            model.addAttribute("soon", desks.soon(board, user));
            return "dashboard/desk-office";
        }
        return user.is(Role.CITY_LEADER) ? leader(waiting, all, user, model) : unit(round, waiting.owed(), user, model);
    }

    /** What waits for the one and is still to come for the other. */
    private String administrator(CurrentUser user, Model model) {
        if (user.is(Role.SECURITY_ADMIN)) {
            model.addAttribute(
                    "toDecide",
                    grants.pending(null).size() + passwords.pending().size());
        }
        int nextYear = LocalDate.now(clock).getYear() + 1;
        if (user.is(Role.SYSTEM_ADMIN) && !workingDays.known(nextYear)) {
            model.addAttribute("noNotice", String.valueOf(nextYear));
        }
        return "dashboard/desk-administrator";
    }

    private static Map<Part, Long> counts(List<QueuedReview> queue) {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            counts.put(part, queue.stream().filter(part::holds).count());
        }
        return counts;
    }

    private String unit(@Nullable RoundView round, List<OwedRow> owed, CurrentUser user, Model model) {
        model.addAttribute("owed", owed);
        model.addAttribute("groups", Desks.byUrgency(owed));
        model.addAttribute("reviewer", user.is(Role.UNIT_LEADER));
        model.addAttribute("submitted", round == null ? List.of() : desks.submitted(round, owed, user));
        model.addAttribute(
                "days",
                owed.stream()
                        .filter(row -> row.deadline() != null)
                        .findFirst()
                        .map(row -> ruler.around(row.deadline().dueAt()))
                        .orElse(List.of()));
        return "dashboard/desk-unit";
    }

    private String leader(Waiting waiting, boolean all, CurrentUser user, Model model) {
        List<LeaderDesk.Decision> decisions = leaders.decisions(waiting.others().values());
        model.addAttribute("decisions", decisions);
        model.addAttribute("others", LeaderDesk.without(decisions, waiting.others()));
        model.addAttribute("charge", leaders.charge(user, all));
        return "dashboard/desk-leader";
    }
}
