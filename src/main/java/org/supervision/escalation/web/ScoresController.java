package org.supervision.escalation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.ScoreEvent;
import org.supervision.escalation.ScoreRules;
import org.supervision.escalation.ScoreRules.ScoreRule;
import org.supervision.escalation.ScoreViews;
import org.supervision.escalation.ScoreViews.UnitScore;
import org.supervision.escalation.Scores;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/** Scores of units over REST: every line with its cause, the office's own marks, and what events cost. */
@RestController
@RequestMapping("/api/v1")
class ScoresController {

    private final ScoreViews scores;
    private final Scores marks;
    private final ScoreRules rules;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    ScoresController(ScoreViews scores, Scores marks, ScoreRules rules, CurrentUsers currentUsers, Clock clock) {
        this.scores = scores;
        this.marks = marks;
        this.rules = rules;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /** Units with a line, the lowest first. */
    record ScoreList(List<UnitScore> items) {}

    /** @param points negative where it costs the unit something */
    record Mark(@Nullable String unit, int year, int quarter, int points, @Nullable String reason) {}

    /** @param effectiveFrom today without it */
    record RuleChange(int points, @Nullable LocalDate effectiveFrom) {}

    /** The rules that hold on a day. */
    record RuleList(List<ScoreRule> items) {}

    @GetMapping("/scores")
    ScoreList list(@RequestParam int year, @RequestParam int quarter) {
        return new ScoreList(scores.of(quarter(year, quarter), currentUsers.required()));
    }

    @PostMapping("/scores/marks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mark(@RequestBody Mark mark) {
        marks.mark(
                mark.unit() == null ? "" : mark.unit(),
                quarter(mark.year(), mark.quarter()),
                mark.points(),
                mark.reason() == null ? "" : mark.reason());
    }

    @GetMapping("/score-rules")
    RuleList rules(@RequestParam(required = false) @Nullable LocalDate on) {
        return new RuleList(
                rules.on(currentUsers.required().requiredGovernment(), on == null ? LocalDate.now(clock) : on));
    }

    @PutMapping("/score-rules/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable ScoreEvent event, @RequestBody RuleChange change) {
        rules.change(
                event, change.points(), change.effectiveFrom() == null ? LocalDate.now(clock) : change.effectiveFrom());
    }

    private static Quarter quarter(int year, int number) {
        if (number < 1 || number > 4) {
            throw DomainException.invalidField("quarter", "escalation.error.quarter");
        }
        return new Quarter(year, number);
    }
}
