package org.supervision.changerequest.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.changerequest.ChangeKind;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.changerequest.ChangedField;
import org.supervision.changerequest.ObjectionPolicy;
import org.supervision.changerequest.web.AskPage.Option;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Mistake;
import org.supervision.workflow.Refusals;

/** The pages on which a change of a key task itself is asked for: of its plan, of its lead, or its suspension. */
@Controller
@RequestMapping("/key-tasks/{id}")
class KeyTaskAskController {

    private final ChangeRequests requests;
    private final ObjectionPolicy objections;
    private final KeyTasks keyTasks;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Refusals refusals;
    private final AskWords words;

    KeyTaskAskController(
            ChangeRequests requests,
            ObjectionPolicy objections,
            KeyTasks keyTasks,
            OrgUnits units,
            CurrentUsers currentUsers,
            Refusals refusals,
            AskWords words) {
        this.requests = requests;
        this.objections = objections;
        this.keyTasks = keyTasks;
        this.units = units;
        this.currentUsers = currentUsers;
        this.refusals = refusals;
        this.words = words;
    }

    /** @param field which part of the plan; the form then begins with what stands there */
    @GetMapping("/plan-change-requests/new")
    ModelAndView planChange(@PathVariable String id, @RequestParam(defaultValue = "GOAL") ChangedField field) {
        return planChange(keyTask(id), Map.of("field", field.name()), List.of());
    }

    @PostMapping("/plan-change-requests")
    ModelAndView askPlanChange(
            @PathVariable String id, @RequestParam Map<String, String> entered, RedirectAttributes after) {
        return ask(
                after,
                () -> requests.askPlanChange(
                        id,
                        field(entered),
                        entered.getOrDefault("newValue", "").replace("\r\n", "\n"),
                        entered.get("reason")),
                mistakes -> planChange(keyTask(id), entered, mistakes));
    }

    @GetMapping("/lead-change-requests/new")
    ModelAndView leadChange(@PathVariable String id) {
        return leadChange(keyTask(id), Map.of(), List.of());
    }

    @PostMapping("/lead-change-requests")
    ModelAndView askLeadChange(
            @PathVariable String id, @RequestParam Map<String, String> entered, RedirectAttributes after) {
        return ask(
                after,
                () -> requests.askLeadChange(id, entered.getOrDefault("unit", ""), entered.get("reason")),
                mistakes -> leadChange(keyTask(id), entered, mistakes));
    }

    @GetMapping("/suspensions/new")
    ModelAndView suspension(@PathVariable String id) {
        return suspension(keyTask(id), Map.of(), List.of());
    }

    @PostMapping("/suspensions")
    ModelAndView askSuspension(
            @PathVariable String id, @RequestParam Map<String, String> entered, RedirectAttributes after) {
        return ask(
                after,
                () -> {
                    LocalDate until = ExtensionPageController.date(entered.getOrDefault("expectedUntil", ""));
                    if (until == null) {
                        throw DomainException.invalidField("expectedUntil", "changerequest.error.date");
                    }
                    return requests.askSuspension(id, until, entered.get("reason"));
                },
                mistakes -> suspension(keyTask(id), entered, mistakes));
    }

    /** Shows the form again with what is wrong. */
    private interface Again {
        ModelAndView with(List<Mistake> mistakes);
    }

    private ModelAndView ask(RedirectAttributes after, Supplier<String> act, Again again) {
        try {
            String request = act.get();
            after.addFlashAttribute("said", words.of("changerequest.done.asked"));
            return new ModelAndView("redirect:/change-requests/" + request);
        } catch (DomainException refusal) {
            if (!AskPage.isOfForm(refusal)) {
                throw refusal;
            }
            ModelAndView page = again.with(Mistake.of(refusal, refusals));
            page.setStatus(AskPage.status(refusal));
            return page;
        }
    }

    private ModelAndView planChange(KeyTask keyTask, Map<String, String> entered, List<Mistake> mistakes) {
        ChangedField field = field(entered);
        String stands = field.valueIn(keyTask) == null ? "" : field.valueIn(keyTask);
        return page(ChangeKind.PLAN_CHANGE, keyTask, "plan-change-requests", entered, mistakes)
                .field("newValue", "text-large", stands, List.of())
                .field("reason", "textarea", "", List.of())
                .with("field", field)
                .with("planFields", ChangedField.ofPlan().toList())
                .with("stands", stands)
                .shown();
    }

    private ModelAndView leadChange(KeyTask keyTask, Map<String, String> entered, List<Mistake> mistakes) {
        List<Option> others = new ArrayList<>(List.of(new Option("", words.of("portal.form.choose"))));
        units.of(keyTask.government()).stream()
                .filter(unit -> !unit.code().equals(keyTask.leadUnit()))
                .forEach(unit -> others.add(new Option(unit.code(), unit.name())));
        return page(ChangeKind.LEAD_CHANGE, keyTask, "lead-change-requests", entered, mistakes)
                .field("unit", "select", "", others)
                .field("reason", "textarea", "", List.of())
                .with("openUntil", objections.openUntil(keyTask).orElse(null))
                .shown();
    }

    private ModelAndView suspension(KeyTask keyTask, Map<String, String> entered, List<Mistake> mistakes) {
        return page(ChangeKind.SUSPENSION, keyTask, "suspensions", entered, mistakes)
                .field("expectedUntil", "date", "", List.of())
                .field("reason", "textarea", "", List.of())
                .shown();
    }

    private static AskPage page(
            ChangeKind kind, KeyTask keyTask, String collection, Map<String, String> entered, List<Mistake> mistakes) {
        return new AskPage(kind, entered, mistakes)
                .with("number", keyTask.number())
                .with("goal", keyTask.goal())
                .with("back", "/key-tasks/" + keyTask.id())
                .with("action", "/key-tasks/" + keyTask.id() + "/" + collection);
    }

    /** Whatever is sent as the name of a field: the service refuses what is no part of the plan. */
    private static ChangedField field(Map<String, String> entered) {
        return Arrays.stream(ChangedField.values())
                .filter(ChangedField::isOfPlan)
                .filter(field -> field.name().equals(entered.get("field")))
                .findFirst()
                .orElse(ChangedField.GOAL);
    }

    private KeyTask keyTask(String id) {
        CurrentUser user = currentUsers.requiredIn(Role.LIAISON, Role.UNIT_LEADER, Role.OFFICER, Role.OFFICE_CHIEF);
        KeyTask keyTask = keyTasks.get(id);
        if (!keyTask.isVisibleTo(user)) {
            throw DomainException.notFound(id);
        }
        return keyTask;
    }
}
