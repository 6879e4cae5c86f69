package org.supervision.keytask.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
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
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItems;
import org.supervision.shared.Lamp;

/** Key tasks in the portal: the list and the page of each. */
@Controller
@RequestMapping("/key-tasks")
class KeyTasksPageController {

    /** A column the list can be sorted by: where its head leads to, and how it stands now. */
    record SortLink(String property, String wish, @Nullable String ariaSort) {

        static SortLink of(String property, Sort sort) {
            Sort.Order order = sort.getOrderFor(property);
            if (order == null) {
                return new SortLink(property, property + ",asc", null);
            }
            return order.isAscending()
                    ? new SortLink(property, property + ",desc", "ascending")
                    : new SortLink(property, property + ",asc", "descending");
        }
    }

    private final KeyTaskViews views;
    private final KeyTasks keyTasks;
    private final AgreedIndicators agreed;
    private final SubItemViews splits;
    private final SubItems subItems;
    private final AnnualPlans plans;
    private final CurrentUsers currentUsers;
    private final WebInvocationPrivilegeEvaluator privileges;

    KeyTasksPageController(
            KeyTaskViews views,
            KeyTasks keyTasks,
            AgreedIndicators agreed,
            SubItemViews splits,
            SubItems subItems,
            AnnualPlans plans,
            CurrentUsers currentUsers,
            WebInvocationPrivilegeEvaluator privileges) {
        this.views = views;
        this.keyTasks = keyTasks;
        this.agreed = agreed;
        this.splits = splits;
        this.subItems = subItems;
        this.plans = plans;
        this.currentUsers = currentUsers;
        this.privileges = privileges;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Lamp lamp,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @PageableDefault(size = 50) Pageable page,
            Model model) {
        model.addAttribute("keyTasks", views.search(year, unit, lamp, q, page));
        List<Integer> years = views.years();
        model.addAttribute("years", years);
        CurrentUser user = currentUsers.required();
        Stream.concat(Stream.ofNullable(year), years.stream())
                .filter(years::contains)
                .findFirst()
                .ifPresent(shown -> {
                    model.addAttribute("plan", plans.get(user.requiredGovernment(), shown));
                    model.addAttribute("carryInto", user.isOffice() ? carryInto(shown, years, user) : null);
                });
        model.addAttribute("chief", user.is(Role.OFFICE_CHIEF));
        model.addAttribute("units", views.units());
        model.addAttribute("year", year);
        model.addAttribute("unit", unit);
        model.addAttribute("lamp", lamp);
        model.addAttribute("levels", Lamp.values());
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute(
                "columns", List.of(SortLink.of("number", page.getSort()), SortLink.of("leadUnit", page.getSort())));
        return "keytask/key-tasks";
    }

    /** The draft that may go on with the year before it: of the shown year, else of the next. */
    private @Nullable Integer carryInto(int shown, List<Integer> years, CurrentUser user) {
        return Stream.of(shown, shown + 1)
                .filter(year -> years.contains(year - 1) && !plans.isIssued(user.requiredGovernment(), year))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/plans/{year}/issuance")
    String issue(@PathVariable int year, RedirectAttributes after) {
        after.addFlashAttribute("issued", plans.issue(year));
        return "redirect:/key-tasks?year=" + year;
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, HttpServletRequest request, Authentication reader, Model model) {
        KeyTaskView keyTask = views.get(id);
        model.addAttribute("keyTask", keyTask);
        model.addAttribute("changes", agreed.changes(id));
        model.addAttribute("split", splits.of(keyTask));
        model.addAttribute("splitChanges", subItems.changes(id));
        model.addAttribute("blank", Indicator.blank());
        // Asks the security table, which alone says who may.
        model.addAttribute("mayInstruct", mayPost("/key-tasks/%s/instructions".formatted(id), request, reader));
        model.addAttribute("mayDecide", mayPost("/key-tasks/%s/indicators/1".formatted(id), request, reader));
        model.addAttribute("mayMark", mayPost("/key-tasks/%s/importance".formatted(id), request, reader));
        model.addAttribute("mayWithhold", mayPost("/key-tasks/%s/withholdings".formatted(id), request, reader));
        return "keytask/key-task";
    }

    private boolean mayPost(String address, HttpServletRequest request, Authentication reader) {
        return privileges.isAllowed(request.getContextPath(), address, "POST", reader);
    }

    @PostMapping("/{id}/importance")
    String mark(@PathVariable String id, @RequestParam boolean important, RedirectAttributes after) {
        keyTasks.setImportant(views.get(id).id(), important);
        after.addFlashAttribute("marked", important);
        return "redirect:/key-tasks/" + id;
    }

    /** Where a reload or another language leads. */
    @GetMapping("/{id}/importance")
    String marked(@PathVariable String id) {
        return "redirect:/key-tasks/" + id;
    }
}
