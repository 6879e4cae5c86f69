package org.supervision.reporting.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CheckRule;
import org.supervision.reporting.RoundFindings;
import org.supervision.reporting.RoundFindings.Disagreement;
import org.supervision.reporting.RoundFindings.Finding;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.workflow.Refusals;

/** What the checks find in the reports of a round, for those who read the whole government. */
@Controller
class RoundFindingsController {

    /** A finding in words, under its rule. */
    record FindingLine(String cycleId, int number, String goal, String leadUnit, CheckRule rule, String text) {}

    /** One rule with the reports it finds. */
    record RuleFindings(CheckRule rule, List<FindingLine> lines) {}

    /** All findings of a round. */
    record FindingList(List<FindingLine> items, List<Disagreement> disagreements) {}

    private final RoundActs acts;
    private final RoundFindings findings;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    RoundFindingsController(RoundActs acts, RoundFindings findings, CurrentUsers currentUsers, Refusals words) {
        this.acts = acts;
        this.findings = findings;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @GetMapping("/rounds/{id}/findings")
    String page(@PathVariable String id, Model model) {
        RoundView round = readable(id);
        List<FindingLine> lines = lines(id);
        model.addAttribute("round", round);
        model.addAttribute(
                "rules",
                List.of(CheckRule.values()).stream()
                        .map(rule -> new RuleFindings(
                                rule,
                                lines.stream()
                                        .filter(line -> line.rule() == rule)
                                        .toList()))
                        .toList());
        model.addAttribute(
                "reports", lines.stream().map(FindingLine::cycleId).distinct().count());
        model.addAttribute("disagreements", findings.disagreements(id));
        return "reporting/round-findings";
    }

    @GetMapping("/api/v1/rounds/{id}/findings")
    @ResponseBody
    FindingList findings(@PathVariable String id) {
        readable(id);
        return new FindingList(lines(id), findings.disagreements(id));
    }

    private RoundView readable(String id) {
        currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER);
        return acts.get(id);
    }

    private List<FindingLine> lines(String id) {
        return findings.of(id).stream().flatMap(this::lines).toList();
    }

    private Stream<FindingLine> lines(Finding finding) {
        return finding.doubts().stream()
                .map(doubt -> new FindingLine(
                        finding.cycleId(),
                        finding.number(),
                        finding.goal(),
                        finding.leadUnit(),
                        doubt.rule(),
                        words.text("reporting.finding." + doubt.rule(), doubt.arguments())));
    }
}
