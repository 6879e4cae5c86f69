package org.supervision.workflow.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.supervision.workflow.ProcessGuide;
import org.supervision.workflow.ProcessGuide.GuidedProcess;

/** Explains each process in the office's words, beside its diagram. */
@Controller
@RequestMapping("/processes")
class ProcessesController {

    /** In the order in which people meet them; the rest works by itself. */
    private static final List<String> READING_ORDER = List.of(
            "reporting-round",
            "quarterly-cycle",
            "overdue-escalation",
            "supervision-order",
            "circular",
            "interview-proposal",
            "appeal",
            "extension-request",
            "suspension-request",
            "plan-change-request",
            "lead-change-request",
            "inspection");

    /** Where the rules are that a process follows. */
    private static final Map<String, String> RULES = Map.of(
            "overdue-escalation", "/rules",
            "supervision-order", "/rules",
            "interview-proposal", "/rules/limits",
            "quarterly-cycle", "/rules/checks");

    private final ProcessGuide guide;

    ProcessesController(ProcessGuide guide) {
        this.guide = guide;
    }

    @GetMapping
    String list(Model model) {
        List<GuidedProcess> all = guide.all();
        model.addAttribute(
                "people",
                READING_ORDER.stream()
                        .flatMap(key -> all.stream().filter(each -> each.key().equals(key)))
                        .toList());
        model.addAttribute(
                "automatic",
                all.stream().filter(each -> !READING_ORDER.contains(each.key())).toList());
        return "workflow/processes";
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Model model) {
        model.addAttribute("process", guide.get(key));
        model.addAttribute("rules", RULES.get(key));
        return "workflow/process";
    }
}
